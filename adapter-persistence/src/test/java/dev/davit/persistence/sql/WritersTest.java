package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time, and readers who wait for nobody. */
@Timeout(120)
final class WritersTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 50;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  @TempDir Path folder;
  private SqlStores stores;

  @BeforeEach
  void open() {
    stores = SqlStores.open(SqlSettings.sqlite(folder.resolve("davit.db")));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    stores.close();
  }

  @Test
  void eightWritersThatReadFirst_allSucceed() throws Exception {
    Callable<Long> writer =
        () -> {
          long last = 0;
          for (int i = 0; i < ROUNDS; i++) {
            last = stores.inTransaction(WritersTest::appendNext);
          }
          return last;
        };
    List<Callable<Long>> all = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      all.add(writer);
    }

    for (Future<Long> each : threads.invokeAll(all)) {
      each.get();
    }

    assertThat(lastSequence()).isEqualTo((long) WRITERS * ROUNDS);
  }

  @Test
  void twoStoresOnOneFile_bothWrite() throws Exception {
    try (SqlStores other = SqlStores.open(SqlSettings.sqlite(folder.resolve("davit.db")))) {
      List<Callable<Long>> both = new ArrayList<>();
      for (SqlStores each : List.of(stores, other)) {
        both.add(
            () -> {
              long last = 0;
              for (int i = 0; i < ROUNDS; i++) {
                last = each.inTransaction(WritersTest::appendNext);
              }
              return last;
            });
      }
      for (Future<Long> each : threads.invokeAll(both)) {
        each.get();
      }
    }

    assertThat(lastSequence()).isEqualTo(2L * ROUNDS);
  }

  @Test
  void reading_whileAnotherWrites_doesNotWait() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch readDone = new CountDownLatch(1);
    Future<Boolean> writer =
        threads.submit(
            () ->
                stores.inTransaction(
                    tx -> {
                      appendNext(tx);
                      written.countDown();
                      return await(readDone);
                    }));
    assertThat(await(written)).isTrue();

    assertThat(lastSequence()).as("nothing uncommitted is seen").isZero();
    readDone.countDown();

    assertThat(writer.get()).isTrue();
    assertThat(lastSequence()).isEqualTo(1);
  }

  @Test
  void inTransaction_interruptedWhileWaiting_isUnavailable() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                stores.inTransaction(
                    tx -> {
                      inside.countDown();
                      return await(end);
                    }));
    assertThat(await(inside)).isTrue();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> stores.inTransaction(WritersTest::appendNext))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
    assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();

    end.countDown();
    assertThat(holder.get()).isTrue();
  }

  private long lastSequence() {
    return stores.reading(tx -> tx.audit().last().map(last -> last.sequence()).orElse(0L));
  }

  private static long appendNext(dev.davit.ports.store.Transaction tx) {
    long next = tx.audit().last().map(last -> last.sequence()).orElse(0L) + 1;
    tx.audit().append(Samples.entry(next));
    return next;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
