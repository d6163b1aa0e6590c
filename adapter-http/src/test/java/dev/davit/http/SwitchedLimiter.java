package dev.davit.http;

import dev.davit.ports.RateLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A limiter that can be told to answer something else for calls over HTTP. */
final class SwitchedLimiter implements RateLimiter {
  private final RateLimiter limiter;
  private volatile @Nullable Supplier<Optional<Duration>> answer;

  SwitchedLimiter(RateLimiter limiter) {
    this.limiter = limiter;
  }

  void answer(@Nullable Supplier<Optional<Duration>> other) {
    this.answer = other;
  }

  @Override
  public Optional<Duration> tryAcquire(String name, Limit limit) {
    Supplier<Optional<Duration>> other = answer;
    return other != null && name.startsWith("http-")
        ? other.get()
        : limiter.tryAcquire(name, limit);
  }
}
