package dev.davit.persistence.redis;

import dev.davit.ports.CloudException;
import dev.davit.ports.RateLimiter;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits over all nodes: each bucket is one key in Redis, which holds when it will be full again,
 * by Redis' clock, and is gone then. While Redis is away another limiter decides.
 */
final class RedisRateLimiter implements RateLimiter {
  /** In microseconds. A clock that was turned back makes nobody wait longer than a full drain. */
  private static final String SCRIPT =
      """
      local each, permits, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      if not now then
        local time = redis.call('TIME')
        now = time[1] * 1000000 + time[2]
      end
      local full = tonumber(redis.call('GET', KEYS[1]) or '0')
      full = math.max(now, math.min(full, now + each * permits))
      local wait = full - now - each * (permits - 1)
      if wait > 0 then return wait end
      full = full + each
      local millis = math.ceil((full - now) / 1000)
      redis.call(
        'SET', KEYS[1], string.format('%.0f', full), 'PX', string.format('%.0f', millis))
      return 0
      """;

  private final Link link;
  private final RateLimiter whileAway;
  private final @Nullable InstantSource clock;

  RedisRateLimiter(Link link, RateLimiter whileAway) {
    this(link, whileAway, null);
  }

  /**
   * @param clock in place of Redis' own, for tests
   */
  RedisRateLimiter(Link link, RateLimiter whileAway, @Nullable InstantSource clock) {
    this.link = link;
    this.whileAway = whileAway;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> tryAcquire(String name, Limit limit) {
    long wait;
    try {
      wait = ask(BucketKey.of(name, limit), limit);
    } catch (CloudException away) {
      return whileAway.tryAcquire(name, limit);
    }
    return wait > 0 ? Optional.of(Duration.of(wait, ChronoUnit.MICROS)) : Optional.empty();
  }

  private long ask(String key, Limit limit) {
    long each = Math.max(1, TimeUnit.MICROSECONDS.convert(limit.per()) / limit.permits());
    List<byte[]> values = new ArrayList<>(List.of(bytes(each), bytes(limit.permits())));
    if (clock != null) {
      values.add(bytes(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())));
    }
    Long wait =
        link.call(
            redis ->
                redis.eval(
                    SCRIPT,
                    ScriptOutputType.INTEGER,
                    new String[] {key},
                    values.toArray(byte[][]::new)));
    return wait;
  }

  private static byte[] bytes(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }
}
