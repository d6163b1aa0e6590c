package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.testservers.Await;
import dev.davit.testservers.RedisAlone;
import dev.davit.testservers.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows by Redis' own clock, and over several nodes. */
final class RedisFlowsTest {
  private static final RedisServer SERVER = RedisAlone.shared();

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
  void put_underAKeyInUse_isAConflictAndChangesNothing() {
    Flows flows = one.flows();
    flows.put("a", Samples.FLOW, Samples.LIFETIME);
    Flow second = new Flow(Bytes.of(new byte[] {7}));
    assertThatThrownBy(() -> flows.put("a", second, Samples.LIFETIME))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    assertThat(other.flows().take("a")).contains(Samples.FLOW);
  }

  @Test
  void put_ofAShortLife_isGoneByRedisOwnClock() {
    one.flows().put("short", Samples.FLOW, Duration.ofMillis(1));
    one.flows().put("long", Samples.FLOW, Samples.LIFETIME);
    Await.that(
        "Redis forgets", Samples.BACK, () -> SERVER.keys().equals(List.of("davit:flow:long")));
    assertThat(one.flows().take("short")).isEmpty();
  }

  @Test
  void O3_take_afterRedisWasFlushed_isRefusedAndNoError() {
    one.flows().put("a", Samples.FLOW, Samples.LIFETIME);
    SERVER.flush();
    assertThat(one.flows().take("a")).isEmpty();
  }

  @Test
  void O1_aThousandRacingTakesOnTwoNodes_exactlyOneGetsEach() {
    int flows = 125;
    for (int i = 0; i < flows; i++) {
      one.flows().put("flow" + i, Samples.FLOW, Samples.LIFETIME);
    }
    List<String> taken =
        IntStream.range(0, 8 * flows)
            .parallel()
            .boxed()
            .flatMap(i -> takes(i % 2 == 0 ? one : other, "flow" + i / 8))
            .toList();
    assertThat(taken).hasSize(flows).doesNotHaveDuplicates();
  }

  private static Stream<String> takes(Redis redis, String key) {
    return redis.flows().take(key).stream().map(flow -> key);
  }
}
