package dev.davit.ports;

import java.time.Duration;
import java.util.Optional;

/** Counts what is done in a name and says when it is too much. Safe for use by many threads. */
public interface RateLimiter {
  /**
   * Takes one permit, or says how long to wait for the next. Atomic: of simultaneous calls no more
   * than the limit get one.
   *
   * @param name whose permits: the kind of action and who acts, such as {@code login:203.0.113.7}
   * @param limit how many at once, and how fast they come back
   * @return empty if the permit was given, else the time until the next one, more than zero
   */
  Optional<Duration> tryAcquire(String name, Limit limit);

  /**
   * A bucket of permits.
   *
   * @param permits how many there are at most; at least 1
   * @param per the time in which a drained bucket is full again; more than zero
   */
  record Limit(int permits, Duration per) {
    public Limit {
      if (permits < 1 || per.isNegative() || per.isZero()) {
        throw new IllegalArgumentException("a limit has at least one permit and a time");
      }
    }
  }
}
