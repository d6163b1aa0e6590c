package dev.davit.persistence.redis;

import dev.davit.ports.RateLimiter;
import dev.davit.testkit.contract.RateLimiterContract;
import dev.davit.testkit.memory.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
final class RedisRateLimiterContractTest extends RateLimiterContract {
  private final Kind kind;
  private @Nullable Redis redis;

  RedisRateLimiterContractTest(Kind kind) {
    this.kind = kind;
  }

  @Override
  protected RateLimiter open(TestClock clock) {
    Redis opened = kind.openEmpty();
    redis = opened;
    return new RedisRateLimiter(
        opened.link(),
        (name, limit) -> {
          throw new AssertionError("Redis is not away");
        },
        clock);
  }

  @AfterEach
  void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
