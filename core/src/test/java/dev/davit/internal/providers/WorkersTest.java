package dev.davit.internal.providers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration PLENTY = Duration.ofSeconds(60);

  private final Workers workers = new Workers(Timing.SYSTEM);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void result_orFailure_isHandedOver() throws TimeoutException {
    IllegalStateException failure = new IllegalStateException();
    assertThat(workers.within(PLENTY, () -> "done", ended::countDown)).isEqualTo("done");
    assertThatThrownBy(
            () ->
                workers.within(
                    PLENTY,
                    () -> {
                      throw failure;
                    },
                    ended::countDown))
        .isSameAs(failure);
    assertThatThrownBy(
            () ->
                workers.within(
                    PLENTY,
                    () -> {
                      throw new AssertionError("died");
                    },
                    ended::countDown))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whatComesTooLate_isClosed_andOnlyThenIsNothingUnderWay() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);

    assertThatThrownBy(() -> workers.within(MOMENT, () -> late(release, closed), ended::countDown))
        .isInstanceOf(TimeoutException.class);

    assertThat(ended.getCount()).isEqualTo(1);
    release.countDown();
    assertThat(closed.await(10, SECONDS)).isTrue();
    assertThat(ended.await(10, SECONDS)).isTrue();
  }

  /** Something that doesn't care whether it is interrupted, as sockets don't. */
  private static AutoCloseable late(CountDownLatch release, CountDownLatch closed) {
    boolean done = false;
    while (!done) {
      try {
        done = release.await(60, SECONDS);
      } catch (InterruptedException ignored) {
        // Still waiting.
      }
    }
    return closed::countDown;
  }
}
