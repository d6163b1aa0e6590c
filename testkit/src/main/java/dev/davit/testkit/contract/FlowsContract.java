package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Bytes;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Flows} must do. */
public abstract class FlowsContract {
  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Flow FLOW = new Flow(Bytes.of(new byte[] {1, 2, 3, -1}));

  private final TestClock clock = new TestClock();

  /**
   * Flows with nothing in them.
   *
   * @param clock by which lifetimes end
   */
  protected abstract Flows open(TestClock clock);

  @Test
  void take_ofWhatWasPut_answersIt() {
    Flows flows = open(clock);
    Flow other = new Flow(Bytes.of(new byte[] {9}));
    flows.put("a", FLOW, LIFETIME);
    flows.put("b", other, LIFETIME);
    assertThat(flows.take("b")).contains(other);
    assertThat(flows.take("a")).contains(FLOW);
  }

  @Test
  void take_ofUnknownKey_isEmpty() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    assertThat(flows.take("A")).isEmpty();
    assertThat(flows.take("a ")).isEmpty();
  }

  @Test
  void take_twice_isRefused() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    assertThat(flows.take("a")).isPresent();
    assertThat(flows.take("a")).isEmpty();
  }

  @Test
  void put_ofWhatWasTaken_keepsItAgainForItsNewLifetime() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    Flow other = new Flow(Bytes.of(new byte[] {9}));
    flows.take("a").ifPresent(taken -> flows.put("a", other, LIFETIME.multipliedBy(2)));
    clock.advance(LIFETIME.plusMillis(1));
    assertThat(flows.take("a")).contains(other);
  }

  @Test
  void take_justBeforeTheLifetimeEnds_answersIt() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    clock.advance(LIFETIME.minusMillis(1));
    assertThat(flows.take("a")).contains(FLOW);
  }

  @Test
  void take_afterTheLifetime_isRefused() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    clock.advance(LIFETIME.plusMillis(1));
    assertThat(flows.take("a")).isEmpty();
  }

  @Test
  void take_afterTheLifetime_isRefusedThoughTheClockGoesBack() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    clock.advance(LIFETIME.plusSeconds(1));
    assertThat(flows.take("a")).isEmpty();
    clock.advance(LIFETIME.negated());
    assertThat(flows.take("a")).isEmpty();
  }

  @Test
  void O1_aThousandRacingTakes_exactlyOneGetsIt() {
    Flows flows = open(clock);
    int rounds = 125;
    for (int round = 0; round < rounds; round++) {
      flows.put("flow-" + round, FLOW, LIFETIME);
    }
    List<List<Integer>> taken = Together.run(8, thread -> roundsTaken(flows, rounds));
    assertThat(taken.stream().flatMap(List::stream)).hasSize(rounds).doesNotHaveDuplicates();
  }

  private static List<Integer> roundsTaken(Flows flows, int rounds) {
    return IntStream.range(0, rounds)
        .filter(round -> flows.take("flow-" + round).equals(Optional.of(FLOW)))
        .boxed()
        .toList();
  }
}
