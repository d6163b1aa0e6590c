package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import dev.davit.testservers.Await;
import dev.davit.testservers.RedisAlone;
import dev.davit.testservers.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits by Redis' own clock, and over several nodes. */
final class RedisRateLimiterTest {
  private static final RedisServer SERVER = RedisAlone.shared();
  private static final RateLimiter NONE =
      (name, limit) -> {
        throw new AssertionError("Redis is not away");
      };

  private final Redis one = Samples.openPatiently(SERVER);
  private final Redis other = Samples.openPatiently(SERVER);

  @BeforeEach
  void flush() {
    SERVER.flush();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void W4_tryAcquire_onTwoNodes_isCountedTogether() {
    Limit limit = new Limit(50, Duration.ofHours(1));
    long given =
        IntStream.range(0, 400)
            .parallel()
            .filter(i -> acquire(i % 2 == 0 ? one : other, limit))
            .count();
    assertThat(given).isEqualTo(50);
  }

  private static boolean acquire(Redis redis, Limit limit) {
    return redis.rateLimiter(NONE).tryAcquire("a", limit).isEmpty();
  }

  @Test
  void tryAcquire_whenTheBucketIsFullAgain_leavesNothingInRedis() {
    Limit limit = new Limit(2, Duration.ofMillis(20));
    assertThat(acquire(one, limit)).isTrue();
    Await.that("Redis forgets", Samples.BACK, () -> SERVER.keys().isEmpty());
  }

  @Test
  void tryAcquire_drained_isGivenAgainByRedisOwnClock() {
    Limit limit = new Limit(2, Duration.ofSeconds(1));
    acquire(one, limit);
    acquire(one, limit);
    assertThat(one.rateLimiter(NONE).tryAcquire("a", limit))
        .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(500)));
    Await.that("a permit comes back", Samples.BACK, () -> acquire(other, limit));
  }

  @Test
  void E5_tryAcquire_inTheNameOfAPerson_tellsRedisNoName() {
    one.rateLimiter(NONE)
        .tryAcquire("login:kanari@example.com:203.0.113.7", new Limit(2, Duration.ofHours(1)));
    assertThat(SERVER.keys()).singleElement().asString().startsWith("davit:limit:");
    assertThat(new String(SERVER.dump(), StandardCharsets.ISO_8859_1))
        .contains("davit:limit:")
        .doesNotContain("kanari", "203.0.113.7");
  }
}
