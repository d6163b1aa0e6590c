package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/**
 * When a call that failed is made again, and after how long: with full jitter, so that those who
 * failed together don't come back together, and never before the provider said.
 */
final class Retries {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 3;

  private final int tries;
  private final Timing timing;

  /**
   * Retries.
   *
   * @param tries how many tries a call has, the first included
   */
  Retries(int tries, Timing timing) {
    this.tries = tries;
    this.timing = timing;
  }

  /**
   * How long to wait before the next try; empty if there is to be none.
   *
   * @param tried how many tries there were
   * @param left how much time there is for the whole call
   */
  Optional<Duration> pause(Operation operation, CloudException failure, int tried, Duration left) {
    if (!operation.repeatable() || tried >= tries || !isPassing(operation, failure.kind())) {
      return Optional.empty();
    }
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    Duration pause = asked.plus(jitter(tried));
    return pause.compareTo(left) < 0 ? Optional.of(pause) : Optional.empty();
  }

  private static boolean isPassing(Operation operation, ErrorKind kind) {
    return kind == ErrorKind.UNAVAILABLE
        || kind == ErrorKind.RATE_LIMITED
        || (kind == ErrorKind.PROTOCOL && operation.repeatableAfterNonsense());
  }

  private Duration jitter(int tried) {
    Duration longest = FIRST.multipliedBy(1L << Math.min(tried - 1, DOUBLINGS));
    Duration most = longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
    return Duration.ofNanos((long) (timing.chance() * most.toNanos()));
  }
}
