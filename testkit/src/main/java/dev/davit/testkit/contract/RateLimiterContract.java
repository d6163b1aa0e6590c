package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} must do. */
public abstract class RateLimiterContract {
  private static final Limit TEN_A_MINUTE = new Limit(10, Duration.ofMinutes(1));

  private final TestClock clock = new TestClock();

  /**
   * A limiter that has counted nothing.
   *
   * @param clock by which permits come back
   */
  protected abstract RateLimiter open(TestClock clock);

  @Test
  void tryAcquire_upToTheLimit_isGiven_andThenRefused() {
    RateLimiter limiter = open(clock);
    assertThat(given(limiter, "a", 11)).isEqualTo(10);
  }

  @Test
  void tryAcquire_refused_saysWhenItIsGivenAgain() {
    RateLimiter limiter = open(clock);
    given(limiter, "a", 10);
    Duration wait = limiter.tryAcquire("a", TEN_A_MINUTE).orElseThrow();
    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(6));
    clock.advance(wait);
    assertThat(limiter.tryAcquire("a", TEN_A_MINUTE)).isEmpty();
    assertThat(limiter.tryAcquire("a", TEN_A_MINUTE)).isPresent();
  }

  @Test
  void tryAcquire_refused_takesNothing() {
    RateLimiter limiter = open(clock);
    given(limiter, "a", 1000);
    clock.advance(Duration.ofMinutes(1));
    assertThat(given(limiter, "a", 11)).isEqualTo(10);
  }

  @Test
  void tryAcquire_asTimePasses_permitsComeBackOneByOne() {
    RateLimiter limiter = open(clock);
    given(limiter, "a", 10);
    clock.advance(Duration.ofSeconds(31));
    assertThat(given(limiter, "a", 10)).isEqualTo(5);
  }

  @Test
  void tryAcquire_afterALongTime_isGivenNoMoreThanTheLimit() {
    RateLimiter limiter = open(clock);
    given(limiter, "a", 3);
    clock.advance(Duration.ofDays(30));
    assertThat(given(limiter, "a", 30)).isEqualTo(10);
  }

  @Test
  void tryAcquire_ofAnotherName_countsByItself() {
    RateLimiter limiter = open(clock);
    given(limiter, "a", 11);
    assertThat(limiter.tryAcquire("b", TEN_A_MINUTE)).isEmpty();
    assertThat(limiter.tryAcquire("A", TEN_A_MINUTE)).isEmpty();
    assertThat(limiter.tryAcquire("a", TEN_A_MINUTE)).isPresent();
  }

  @Test
  void tryAcquire_oddLimit_isGivenWhenItSaid() {
    RateLimiter limiter = open(clock);
    Limit odd = new Limit(7, Duration.ofSeconds(1));
    for (int i = 0; i < 100; i++) {
      limiter.tryAcquire("a", odd).ifPresent(clock::advance);
    }
    Optional<Duration> wait = limiter.tryAcquire("a", odd);
    wait.ifPresent(clock::advance);
    assertThat(wait.isEmpty() || limiter.tryAcquire("a", odd).isEmpty()).isTrue();
  }

  @Test
  void W4_tryAcquire_byManyThreads_isGivenNoMoreThanTheLimit() {
    RateLimiter limiter = open(clock);
    Limit limit = new Limit(100, Duration.ofMinutes(1));
    List<Long> given =
        Together.run(
            8,
            thread ->
                IntStream.range(0, 100)
                    .filter(i -> limiter.tryAcquire("a", limit).isEmpty())
                    .count());
    assertThat(given.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
  }

  private static long given(RateLimiter limiter, String name, int tries) {
    long given = 0;
    for (int i = 0; i < tries; i++) {
      given += limiter.tryAcquire(name, TEN_A_MINUTE).isEmpty() ? 1 : 0;
    }
    return given;
  }
}
