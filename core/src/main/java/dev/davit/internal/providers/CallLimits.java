package dev.davit.internal.providers;

import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;

/**
 * How patient calls to providers are.
 *
 * @param deadline for a call and all its tries, contents apart; more than zero
 * @param tries how often what may be repeated is tried; at least 1
 * @param atOnce how many calls one server gets at once, and how many uploads besides; at least 1
 * @param patience how long a call waits until it is one of them
 * @param perConnection how often a connection may be used
 */
public record CallLimits(
    Duration deadline, int tries, int atOnce, Duration patience, Limit perConnection) {
  /** What suits providers on the Internet. */
  public static CallLimits defaults() {
    return new CallLimits(
        Duration.ofSeconds(30),
        3,
        32,
        Duration.ofSeconds(1),
        new Limit(1000, Duration.ofMinutes(1)));
  }

  /** With another deadline and other tries. */
  public CallLimits with(Duration newDeadline, int newTries) {
    return new CallLimits(newDeadline, newTries, atOnce, patience, perConnection);
  }

  /** With another patience. */
  public CallLimits withPatience(Duration newPatience) {
    return new CallLimits(deadline, tries, atOnce, newPatience, perConnection);
  }

  /** With so many calls at once, and so many uses of a connection in a minute. */
  public CallLimits withLoad(int calls, int perMinute) {
    return new CallLimits(
        deadline, tries, calls, patience, new Limit(perMinute, Duration.ofMinutes(1)));
  }

  public CallLimits {
    if (deadline.isNegative() || deadline.isZero() || patience.isNegative()) {
      throw new IllegalArgumentException("a deadline is more than zero, and patience not less");
    }
    if (tries < 1 || atOnce < 1) {
      throw new IllegalArgumentException("there is one try and one call at least");
    }
  }
}
