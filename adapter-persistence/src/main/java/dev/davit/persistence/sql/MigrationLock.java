package dev.davit.persistence.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process at a time migrate an SQLite file, by a lock on a file beside it: SQLite's own
 * locks are the migration's, and closing any handle on the database file would drop those of the
 * whole process.
 */
final class MigrationLock {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** File locks belong to a process, so within this one threads take turns here. */
  private static final ReentrantLock HERE = new ReentrantLock(true);

  private MigrationLock() {}

  static void run(Path database, Runnable migrations) {
    try {
      if (!HERE.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooLong();
      }
      try {
        locked(Path.of(database + ".lock"), migrations);
      } finally {
        HERE.unlock();
      }
    } catch (IOException e) {
      throw Failures.unavailable("The lock file beside the database can't be written.", e);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  private static void locked(Path file, Runnable migrations)
      throws IOException, InterruptedException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            SqliteFile.ownerOnly(file))) {
      await(channel);
      migrations.run();
    }
  }

  /** Takes the lock, which ends when the channel is closed. */
  private static void await(FileChannel channel) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!tryLock(channel)) {
      if (System.nanoTime() - end > 0) {
        throw tooLong();
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another class loader of this process has it
    }
  }

  private static RuntimeException tooLong() {
    return Failures.unavailable("Another process has been migrating the database too long.", null);
  }
}
