package dev.davit.persistence.redis;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.Flow;
import dev.davit.testservers.Await;
import dev.davit.testservers.RedisServer;
import java.time.Duration;

/** What the tests of Redis put and wait for. */
final class Samples {
  static final Flow FLOW = new Flow(Bytes.of(new byte[] {1, 2, 3, -1}));
  static final Duration LIFETIME = Duration.ofMinutes(30);

  /** How long it may take after Redis' return until all works again. */
  static final Duration BACK = Duration.ofSeconds(10);

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private Samples() {}

  static Redis open(RedisServer server) {
    return Redis.open(RedisSettings.parse(server.url()));
  }

  /** For what Redis answers, and not how soon: machines may have much else to do. */
  static Redis openPatiently(RedisServer server) {
    Redis redis = Redis.open(RedisSettings.parse(server.url()), PATIENCE);
    awaitBack(redis);
    return redis;
  }

  static boolean works(Redis redis) {
    try {
      redis.check();
      return true;
    } catch (CloudException away) {
      return false;
    }
  }

  static void awaitBack(Redis redis) {
    Await.that("Redis is used again", BACK, () -> works(redis));
  }

  static void awaitAway(Redis redis) {
    Await.that("Redis is known to be away", BACK, () -> !works(redis));
  }
}
