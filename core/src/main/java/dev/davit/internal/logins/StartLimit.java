package dev.davit.internal.logins;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.OwnerId;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many log-ins an owner may begin: each leaves a job, and asks a server that the owner chose.
 */
public final class StartLimit {
  private static final Limit STARTS = new Limit(20, Duration.ofMinutes(10));

  private final @Nullable RateLimiter limiter;

  /**
   * A limit.
   *
   * @param limiter null for none
   */
  public StartLimit(@Nullable RateLimiter limiter) {
    this.limiter = limiter;
  }

  /**
   * Counts a start.
   *
   * @param kind of what kind it is; each has a limit of its own
   */
  public void count(String kind, OwnerId owner) {
    if (limiter != null) {
      limiter
          .tryAcquire(kind + ":" + owner, STARTS)
          .ifPresent(
              wait -> {
                throw tooMany(wait);
              });
    }
  }

  private static CloudException tooMany(Duration wait) {
    return new CloudException(
        ErrorKind.RATE_LIMITED,
        "Too many log-ins were begun. Wait a while before the next.",
        Hints.NONE,
        wait,
        null);
  }
}
