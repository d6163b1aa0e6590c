package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Flows;
import dev.davit.testservers.Await;
import dev.davit.testservers.RedisCluster;
import dev.davit.testservers.RedisSentinels;
import dev.davit.testservers.RedisServer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentinels that put another in the primary's place, and a Cluster that lacks a shard. */
final class RedisSetupsTest {
  private final RedisSentinels sentinels = RedisSentinels.shared();
  private final RedisCluster cluster = RedisCluster.shared();

  @AfterEach
  void start() {
    sentinels.start();
    cluster.start();
  }

  @Test
  void O3_primaryGone_theOtherIsUsedWithinTenSeconds() {
    try (Redis redis = Samples.open(sentinels)) {
      sentinels.failOver();
      Samples.awaitBack(redis);
      putAndTake(redis.flows());
    }
  }

  @Test
  @Tag("long")
  void O3_primaryFrozen_theOtherIsUsedWithinTenSeconds() {
    try (Redis redis = Samples.open(sentinels)) {
      sentinels.failOverFrozen();
      Samples.awaitBack(redis);
      putAndTake(redis.flows());
      sentinels.thaw();
      IntStream.range(0, 100).forEach(i -> redis.check());
      putAndTake(redis.flows());
    }
  }

  @Test
  @Tag("long")
  void O3_oneShardGone_allOfItIsAwayUntilItIsBack() {
    try (Redis redis = Samples.open(cluster)) {
      cluster.stopOne();
      Samples.awaitAway(redis);
      Told.unavailable(() -> redis.flows().take("a"));
      cluster.start();
      Samples.awaitBack(redis);
      putAndTake(redis.flows());
    }
  }

  @Test
  @Tag("long")
  void O3_oneShardFrozen_allOfItIsAwayUntilItIsBack() {
    try (Redis redis = Samples.open(cluster)) {
      cluster.freezeOne();
      Samples.awaitAway(redis);
      Told.unavailable(() -> redis.flows().take("a"));
      cluster.thaw();
      Await.that("Redis is used again", Samples.BACK, () -> Samples.works(redis));
      putAndTake(redis.flows());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("long")
  void O3_stoppedAndStarted_allWorksAgainWithinTenSeconds(Kind kind) {
    RedisServer server = kind.server();
    try (Redis redis = Samples.open(server)) {
      server.stop();
      Told.unavailable(() -> redis.flows().put("a", Samples.FLOW, Samples.LIFETIME));
      server.start();
      Samples.awaitBack(redis);
      putAndTake(redis.flows());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("long")
  void O3_frozenAndThawed_allWorksAgainWithinTenSeconds(Kind kind) {
    RedisServer server = kind.server();
    try (Redis redis = Samples.open(server)) {
      server.freeze();
      Told.unavailable(() -> redis.flows().put("a", Samples.FLOW, Samples.LIFETIME));
      server.thaw();
      Samples.awaitBack(redis);
      putAndTake(redis.flows());
    }
  }

  /** So many that every shard has some. */
  private static void putAndTake(Flows flows) {
    for (int i = 0; i < 30; i++) {
      flows.put("back" + i, Samples.FLOW, Samples.LIFETIME);
      assertThat(flows.take("back" + i)).contains(Samples.FLOW);
    }
  }
}
