package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Flows;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import dev.davit.testservers.Await;
import dev.davit.testservers.RedisAlone;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Redis stopped, restarted, frozen: what callers see meanwhile, and that it works again after. */
final class RedisAwayTest {
  /** A thousand that each waited for an answer would take minutes. */
  private static final long IF_FEW_WAITED = 10_000;

  private static final RedisAlone SERVER = RedisAlone.open("Kanarienvogel");
  private static final Limit ONE_AN_HOUR = new Limit(1, Duration.ofHours(1));

  private final Redis redis = Samples.open(SERVER);
  private final Flows flows = redis.flows();

  @AfterEach
  void close() {
    redis.close();
    SERVER.start();
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  @Test
  void O3_stopped_flowsFailClosedAtOnce() {
    SERVER.stop();
    Told.unavailable(() -> flows.put("a", Samples.FLOW, Samples.LIFETIME))
        .hasMessageContaining("Please try again");
    Told.unavailable(() -> flows.take("a")).hasMessageContaining("Please try again");
    Told.unavailable(redis::check);
    assertThat(millisOfAThousandRefusals()).isLessThan(IF_FEW_WAITED);
  }

  @Test
  void restarted_allWorksAgain_andWhatWasHeldIsGone() {
    flows.put("a", Samples.FLOW, Samples.LIFETIME);
    SERVER.stop();
    Samples.awaitAway(redis);
    SERVER.start();
    Samples.awaitBack(redis);
    assertThat(flows.take("a")).isEmpty();
    flows.put("b", Samples.FLOW, Samples.LIFETIME);
    assertThat(flows.take("b")).contains(Samples.FLOW);
  }

  @Test
  void O3_frozen_onlyTheFirstWait() {
    SERVER.freeze();
    try {
      Told.unavailable(() -> flows.take("a")).hasMessageContaining("no answer");
      assertThat(millisOfAThousandRefusals()).isLessThan(IF_FEW_WAITED);
    } finally {
      SERVER.thaw();
    }
    Samples.awaitBack(redis);
  }

  @Test
  void O1_frozen_whatATakeMayHaveTakenIsNeverTakenTwice() {
    flows.put("a", Samples.FLOW, Samples.LIFETIME);
    SERVER.freeze();
    try {
      Told.unavailable(() -> flows.take("a"));
    } finally {
      SERVER.thaw();
    }
    Samples.awaitBack(redis);
    assertThat(IntStream.range(0, 5).filter(i -> flows.take("a").isPresent()).count())
        .isLessThanOrEqualTo(1);
  }

  @Test
  @Tag("long")
  @SuppressWarnings("deprecation") // nothing else leads from the commands to their connection
  void frozenForLong_isHungUpOnAndDialledAnew() {
    RedisCommands<?, ?> first = redis.link().call(line -> (RedisCommands<?, ?>) line);
    SERVER.freeze();
    try {
      Await.that("hung up", Samples.BACK, () -> !first.getStatefulConnection().isOpen());
    } finally {
      SERVER.thaw();
    }
    Samples.awaitBack(redis);
    flows.put("b", Samples.FLOW, Samples.LIFETIME);
    assertThat(flows.take("b")).contains(Samples.FLOW);
  }

  @Test
  void stopped_theOtherLimiterDecides_untilRedisIsBack() {
    AtomicInteger asked = new AtomicInteger();
    RateLimiter limiter =
        redis.rateLimiter(
            (name, limit) -> {
              asked.incrementAndGet();
              return Optional.empty();
            });
    assertThat(limiter.tryAcquire("a", ONE_AN_HOUR)).isEmpty();
    assertThat(limiter.tryAcquire("a", ONE_AN_HOUR)).isPresent();
    assertThat(asked).hasValue(0);

    SERVER.stop();
    assertThat(limiter.tryAcquire("a", ONE_AN_HOUR)).isEmpty();
    assertThat(asked).hasValue(1);

    SERVER.start();
    Samples.awaitBack(redis);
    assertThat(limiter.tryAcquire("a", ONE_AN_HOUR)).isEmpty();
    assertThat(limiter.tryAcquire("a", ONE_AN_HOUR)).isPresent();
    assertThat(asked).hasValue(1);
  }

  @Test
  void open_whileAway_isNoErrorAndWorksAsSoonAsItIsThere() {
    SERVER.stop();
    try (Redis early = Samples.open(SERVER)) {
      Told.unavailable(early::check).hasMessageContaining("can't reach its Redis");
      SERVER.start();
      Samples.awaitBack(early);
    }
  }

  @Test
  void full_refusesOnlyWhatNeedsRoom_andIsNotAway() {
    flows.put("a", Samples.FLOW, Samples.LIFETIME);
    SERVER.call("CONFIG", "SET", "maxmemory", "1");
    try {
      Told.unavailable(() -> flows.put("b", Samples.FLOW, Samples.LIFETIME))
          .hasMessageContaining("OOM");
      redis.check();
      assertThat(flows.take("a")).contains(Samples.FLOW);
    } finally {
      SERVER.call("CONFIG", "SET", "maxmemory", "0");
    }
  }

  private long millisOfAThousandRefusals() {
    long start = System.nanoTime();
    IntStream.range(0, 1000).parallel().forEach(i -> Told.unavailable(() -> flows.take("a")));
    return (System.nanoTime() - start) / 1_000_000;
  }
}
