package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody migrates while somebody else does. */
@Timeout(60)
final class MigrationLockTest {
  private final CountDownLatch migrated = new CountDownLatch(1);
  @TempDir Path folder;

  @Test
  void run_whileTheFileIsLocked_waits() throws Exception {
    Path file = folder.resolve("davit.db.lock");
    Thread migrating = new Thread(this::migrate);
    try (FileChannel other =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      waitFor(migrating);
      assertThat(migrated.getCount()).isEqualTo(1);
    }

    assertThat(migrated.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void run_whileAnotherThreadMigrates_waits() throws Exception {
    Thread migrating = new Thread(this::migrate);
    MigrationLock.run(
        folder.resolve("another.db"),
        () -> {
          waitFor(migrating);
          assertThat(migrated.getCount()).isEqualTo(1);
        });

    assertThat(migrated.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private void migrate() {
    MigrationLock.run(folder.resolve("davit.db"), migrated::countDown);
  }

  private static void waitFor(Thread thread) {
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}
