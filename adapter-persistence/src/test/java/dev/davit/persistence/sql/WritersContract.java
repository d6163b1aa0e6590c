package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.store.Transaction;
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

/** Many writers, and readers who wait for nobody. */
@Timeout(120)
abstract class WritersContract {
  static final int WRITERS = 8;
  private static final int ROUNDS = 50;

  final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private SqlStores stores;

  /** A database with nothing in it, the same for the length of a test. */
  abstract SqlSettings settings();

  @BeforeEach
  final void open() {
    stores = SqlStores.open(settings());
  }

  final SqlStores stores() {
    return stores;
  }

  @AfterEach
  final void close() {
    threads.shutdownNow();
    stores.close();
  }

  @Test
  final void eightWritersThatReadFirst_allSucceed() throws Exception {
    Callable<Long> writer =
        () -> {
          long last = 0;
          for (int i = 0; i < ROUNDS; i++) {
            last = stores.inTransaction(WritersContract::appendNext);
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
  final void twoStoresOnOneDatabase_bothWrite() throws Exception {
    try (SqlStores other = SqlStores.open(settings())) {
      List<Callable<Long>> both = new ArrayList<>();
      for (SqlStores each : List.of(stores, other)) {
        both.add(
            () -> {
              long last = 0;
              for (int i = 0; i < ROUNDS; i++) {
                last = each.inTransaction(WritersContract::appendNext);
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
  final void reading_whileAnotherWrites_doesNotWait() throws Exception {
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

  final long lastSequence() {
    return stores.reading(tx -> tx.audit().last().map(last -> last.sequence()).orElse(0L));
  }

  static long appendNext(Transaction tx) {
    long next = tx.audit().last().map(last -> last.sequence()).orElse(0L) + 1;
    tx.audit().append(Samples.entry(next));
    return next;
  }

  static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
