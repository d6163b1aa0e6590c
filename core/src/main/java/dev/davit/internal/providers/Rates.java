package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import org.jspecify.annotations.Nullable;

/** How often a connection may be used. */
final class Rates {
  private final @Nullable RateLimiter limiter;
  private final Limit limit;

  /**
   * Rates.
   *
   * @param limiter null for no limit
   */
  Rates(@Nullable RateLimiter limiter, Limit limit) {
    this.limiter = limiter;
    this.limit = limit;
  }

  /** Counts a call; {@link ErrorKind#RATE_LIMITED} if there were too many. */
  void count(FarSide far) {
    String account = far.account();
    if (limiter == null || account == null) {
      return;
    }
    limiter
        .tryAcquire("connection:" + account, limit)
        .ifPresent(
            wait -> {
              throw new CloudException(
                  ErrorKind.RATE_LIMITED,
                  "There were too many calls for this connection. Wait a while.",
                  Hints.NONE,
                  wait,
                  null);
            });
  }
}
