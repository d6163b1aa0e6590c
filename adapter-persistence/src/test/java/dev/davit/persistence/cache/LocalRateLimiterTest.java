package dev.davit.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.RateLimiter.Limit;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bucket's arithmetic, and what bounds the names. */
final class LocalRateLimiterTest {
  private static final Limit THREE_A_SECOND = new Limit(3, Duration.ofSeconds(1));

  private final TestClock clock = new TestClock();
  private final LocalRateLimiter limiter = new LocalRateLimiter(clock, 100);

  @Test
  void tryAcquire_drainedBucket_isFullAgainAfterItsTime() {
    drain(3);
    assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).isPresent();

    clock.advance(Duration.ofSeconds(1));

    drain(3);
    assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).isPresent();
  }

  @Test
  void tryAcquire_afterTheWaitItNamed_isGiven() {
    drain(3);
    Duration wait = limiter.tryAcquire("a", THREE_A_SECOND).orElseThrow();

    clock.advance(wait.minusNanos(1));
    assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).contains(Duration.ofNanos(1));
    clock.advance(Duration.ofNanos(1));
    assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).isEmpty();
    assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).isPresent();
  }

  @Test
  void tryAcquire_refusals_costNothing() {
    drain(3);
    Duration first = limiter.tryAcquire("a", THREE_A_SECOND).orElseThrow();
    for (int i = 0; i < 1000; i++) {
      assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).contains(first);
    }
  }

  @Test
  void tryAcquire_manyNames_remembersOnlySoMany() {
    Limit one = new Limit(1, Duration.ofHours(1));
    int given = 0;
    for (int i = 0; i < 2000; i++) {
      limiter.tryAcquire("name" + i, one);
    }
    for (int i = 0; i < 2000; i++) {
      given += limiter.tryAcquire("name" + i, one).isEmpty() ? 1 : 0;
    }

    assertThat(given).as("names that were forgotten").isBetween(1900, 2000);
  }

  @Test
  void tryAcquire_clockTurnedBack_doesNotLockOutForLonger() {
    drain(3);
    clock.advance(Duration.ofSeconds(-10));
    Duration wait = limiter.tryAcquire("a", THREE_A_SECOND).orElseThrow();

    assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(11));
  }

  private void drain(int permits) {
    for (int i = 0; i < permits; i++) {
      assertThat(limiter.tryAcquire("a", THREE_A_SECOND)).isEmpty();
    }
  }
}
