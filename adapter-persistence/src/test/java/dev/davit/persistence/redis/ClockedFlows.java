package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Flows in Redis whose time passes as the test's clock does: Redis' own can't be set. That each was
 * put with its very lifetime is looked at; when the clock has moved, Redis is told what is left of
 * it, a second for each millisecond, so that none ends while the clock stands.
 */
final class ClockedFlows implements Flows {
  private static final Duration SLOWEST = Duration.ofSeconds(5);

  private final Flows flows;
  private final Link link;
  private final TestClock clock;
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private Instant seen;

  ClockedFlows(Redis redis, TestClock clock) {
    this.flows = redis.flows();
    this.link = redis.link();
    this.clock = clock;
    this.seen = clock.instant();
  }

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    flows.put(key, flow, lifetime);
    noteEnd(key, lifetime);
  }

  @Override
  public Optional<Flow> find(String key) {
    passTime();
    return flows.find(key);
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    passTime();
    boolean replaced = flows.replace(key, old, next, lifetime);
    if (replaced) {
      noteEnd(key, lifetime);
    }
    return replaced;
  }

  private void noteEnd(String key, Duration lifetime) {
    long left = link.call(redis -> redis.pttl("davit:flow:" + key));
    assertThat(left).isBetween(lifetime.minus(SLOWEST).toMillis(), lifetime.toMillis());
    ends.put(key, clock.instant().plus(lifetime));
  }

  @Override
  public Optional<Flow> take(String key) {
    passTime();
    return flows.take(key);
  }

  private synchronized void passTime() {
    Instant now = clock.instant();
    if (!now.equals(seen)) {
      seen = now;
      ends.forEach(
          (key, end) -> {
            long left = Duration.between(now, end).toMillis() * 1000;
            link.call(redis -> redis.pexpire("davit:flow:" + key, left));
          });
    }
  }
}
