package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time. */
final class WritersTest extends WritersContract {
  @TempDir Path folder;

  @Override
  SqlSettings settings() {
    return SqlSettings.sqlite(folder.resolve("davit.db"));
  }

  @Test
  void inTransaction_interruptedWhileWaiting_isUnavailable() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                stores()
                    .inTransaction(
                        tx -> {
                          inside.countDown();
                          return await(end);
                        }));
    assertThat(await(inside)).isTrue();

    Thread.currentThread().interrupt();
    Refused.as(ErrorKind.UNAVAILABLE, () -> stores().inTransaction(WritersContract::appendNext));
    assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();

    end.countDown();
    assertThat(holder.get()).isTrue();
  }
}
