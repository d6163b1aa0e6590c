package dev.davit.internal.credentials;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a refresh ended.
 *
 * @param number how many had ended by then
 * @param at when, in the nanoseconds of {@link dev.davit.internal.providers.Timing}
 * @param failure how it failed; null if it did not, or not by anything that we know of
 */
record Landing(long number, long at, @Nullable CloudException failure) {
  /** For how long a failure keeps from asking ahead of time: the tokens still live. */
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(10);

  /**
   * For how long nobody asks again after the operator's fault, so that it is not told too often.
   */
  private static final Duration REST_FOR_THE_OPERATOR = Duration.ofSeconds(1);

  /** The longest time for which a provider may send us away. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /**
   * Whether it is too early to ask again while the tokens live: after a failure for a moment; after
   * a success for as long as tokens are refreshed ahead, or those that live shorter would be
   * refreshed with each call.
   */
  boolean isRecent(long now) {
    Duration rest = failure == null ? Lifetime.AHEAD : REST_AFTER_FAILURE;
    return now - at < rest.toNanos();
  }

  /**
   * Throws the failure again: for those who were there when it happened; for everybody as long as
   * the provider said; and for a moment where only the operator can mend it.
   *
   * @param since how many refreshes had ended when the caller came
   */
  void check(long since, long now) {
    if (failure == null) {
      return;
    }
    Duration left = wait(failure).minusNanos(now - at);
    if (!left.isNegative() && !left.isZero()) {
      throw failure.retryAfter().isPresent() ? later(failure, left) : failure;
    }
    if (number > since) {
      throw failure;
    }
  }

  private static Duration wait(CloudException failure) {
    Duration least =
        failure.kind() == ErrorKind.MISCONFIGURED ? REST_FOR_THE_OPERATOR : Duration.ZERO;
    Duration asked = failure.retryAfter().orElse(least);
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  private static CloudException later(CloudException failure, Duration left) {
    return new CloudException(
        failure.kind(),
        String.valueOf(failure.getMessage()),
        failure.hints(),
        left,
        failure.getCause());
  }
}
