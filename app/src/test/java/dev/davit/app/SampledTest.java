package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampledTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void value_isAskedForOnceInAWhile() {
    try (Sampled<Integer> sampled = new Sampled<>(asked::incrementAndGet, -1, nanos::get)) {
      assertThat(sampled.get()).isEqualTo(1);
      passes(Duration.ofSeconds(4));
      assertThat(sampled.get()).isEqualTo(1);
      passes(Duration.ofSeconds(1));
      assertThat(sampled.get()).isEqualTo(2);
    }
  }

  @Test
  void whatCanNotBeHad_isUnknown_andAskedForAgain() {
    try (Sampled<Integer> sampled =
        new Sampled<>(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return asked.get();
            },
            -1,
            nanos::get)) {
      assertThat(sampled.get()).isEqualTo(-1);
      passes(Duration.ofSeconds(5));
      assertThat(sampled.get()).isEqualTo(2);
    }
  }

  @Test
  void whatHangs_isUnknown_andOccupiesOneThread() {
    CountDownLatch never = new CountDownLatch(1);
    try (Sampled<Integer> sampled =
        new Sampled<>(
            () -> {
              await(never);
              return asked.incrementAndGet();
            },
            -1,
            nanos::get)) {
      assertThat(sampled.get()).isEqualTo(-1);
      passes(Duration.ofSeconds(5));
      assertThat(sampled.get()).isEqualTo(-1);
    } finally {
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
