package dev.davit.testkit.memory;

import dev.davit.ports.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Token buckets in memory. Kept as the time at which a bucket will be full again (GCRA, ITU-T
 * I.371), which counts the same without rounding.
 */
public final class MemoryRateLimiter implements RateLimiter {
  private final ConcurrentMap<Bucket, Long> fullAt = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MemoryRateLimiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Duration> tryAcquire(String name, Limit limit) {
    long now = ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    long latest = now + limit.per().toNanos();
    long onePermit = limit.per().toNanos() / limit.permits();
    long[] wait = {0};
    fullAt.compute(
        new Bucket(name, limit),
        (bucket, full) -> {
          long before = full == null ? now : Math.max(now, full);
          wait[0] = before + onePermit - latest;
          return wait[0] > 0 ? before : before + onePermit;
        });
    return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
  }

  private record Bucket(String name, Limit limit) {}
}
