package dev.davit.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.davit.ports.RateLimiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Limits within this node: token buckets in memory. A bucket that is full again is forgotten, since
 * a new one is full too; should more names than allowed be under way, those used least are
 * forgotten and start afresh.
 */
public final class LocalRateLimiter implements RateLimiter {
  /** How many names are remembered at once, unless told otherwise. */
  public static final int DEFAULT_NAMES = 100_000;

  private final Ticker ticker;

  /** When each bucket will be full again, in the ticker's nanoseconds. */
  private final Cache<String, Long> fullAt;

  /** A limiter for the usual number of names. */
  public LocalRateLimiter() {
    this(Ticker.systemTicker(), DEFAULT_NAMES);
  }

  /**
   * A limiter by this clock.
   *
   * @param names how many names are remembered at once
   */
  public LocalRateLimiter(InstantSource clock, int names) {
    this(Nanos.ticker(clock), names);
  }

  private LocalRateLimiter(Ticker ticker, int names) {
    this.ticker = ticker;
    this.fullAt =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .maximumSize(names)
            .expireAfter(
                Expiry.<String, Long>writing(
                    (name, full) -> Duration.ofNanos(Math.max(0, full - ticker.read()))))
            .build();
  }

  @Override
  public Optional<Duration> tryAcquire(String name, Limit limit) {
    long each = Math.max(1, limit.per().toNanos() / limit.permits());
    long[] wait = {0};
    fullAt
        .asMap()
        .compute(
            name,
            (key, before) -> {
              long now = ticker.read();
              long from = before == null || before - now < 0 ? now : before;
              wait[0] = from - now - each * (limit.permits() - 1);
              return wait[0] > 0 ? from : from + each;
            });
    return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
  }
}
