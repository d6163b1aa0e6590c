package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.Flow;
import dev.davit.testservers.RedisAlone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** E5: what is logged and thrown on the way to Redis, by its client too. */
final class RedisSecretsTest {
  private static final String PASSWORD = "Kanarienvogel1singt2im3Bergwerk";
  private static final String FLOW = "Kanarienvogel+fliegt/ins=Freie?";
  private static final Flow SEALED = new Flow(Bytes.of(FLOW.getBytes(StandardCharsets.UTF_8)));

  private final StringWriter thrown = new StringWriter();

  @Test
  void E5_noLogOrExceptionHoldsThePasswordOrAFlow() {
    try (Overheard log = Overheard.of("io.lettuce", "io.netty", "dev.davit");
        RedisAlone server = RedisAlone.open(PASSWORD)) {
      useInAllWays(server);
      assertThat(log.text()).contains("io.lettuce", "write");
      assertThat(log.text() + thrown).doesNotContain(forms(PASSWORD)).doesNotContain(forms(FLOW));
    }
    assertThat(thrown.toString()).contains("CloudException");
  }

  private void useInAllWays(RedisAlone server) {
    RedisSettings settings = RedisSettings.parse(server.url());
    assertThat(settings.toString()).doesNotContain(forms(PASSWORD));
    fails(() -> Redis.open(RedisSettings.parse(server.url().replace("@", "x@"))));
    fails(() -> RedisSettings.parse(server.url() + "/x"));
    try (Redis redis = Redis.open(settings)) {
      redis.flows().put("a", SEALED, Samples.LIFETIME);
      fails(() -> redis.flows().put("a", SEALED, Samples.LIFETIME));
      redis.flows().take("a");
      server.call("CONFIG", "SET", "maxmemory", "1");
      fails(() -> redis.flows().put("b", SEALED, Samples.LIFETIME));
      server.call("CONFIG", "SET", "maxmemory", "0");
      server.freeze();
      fails(() -> redis.flows().put("b", SEALED, Samples.LIFETIME));
      server.stop();
      Samples.awaitAway(redis);
      fails(() -> redis.flows().put("b", SEALED, Samples.LIFETIME));
      server.start();
      Samples.awaitBack(redis);
    }
  }

  private void fails(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isInstanceOf(CloudException.class);
    failure.printStackTrace(new PrintWriter(thrown));
  }

  private static List<String> forms(String secret) {
    byte[] raw = secret.getBytes(StandardCharsets.UTF_8);
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    Stream<String> base64 =
        Stream.of("", "x", "xx")
            .map(before -> (before + secret).getBytes(StandardCharsets.UTF_8))
            .map(bytes -> Base64.getEncoder().encodeToString(bytes).substring(4, 36));
    String hex = HexFormat.of().formatHex(raw);
    return Stream.concat(
            base64, Stream.of(secret, url, hex, hex.toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }
}
