package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Bytes;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Flows} must do. */
public abstract class FlowsContract {
  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Flow FLOW = new Flow(Bytes.of(new byte[] {1, 2, 3, -1}));
  private static final Flow OTHER = new Flow(Bytes.of(new byte[] {9}));

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
    flows.put("a", FLOW, LIFETIME);
    flows.put("b", OTHER, LIFETIME);
    assertThat(flows.take("b")).contains(OTHER);
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
    flows.take("a").ifPresent(taken -> flows.put("a", OTHER, LIFETIME.multipliedBy(2)));
    clock.advance(LIFETIME.plusMillis(1));
    assertThat(flows.take("a")).contains(OTHER);
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
    race(flows, 125, (key, thread) -> flows.take(key).equals(Optional.of(FLOW)));
  }

  /** Eight threads at each of some flows, one of which wins it; answers what each thread won. */
  private static List<List<String>> race(
      Flows flows, int rounds, BiPredicate<String, Integer> attempt) {
    List<String> keys = IntStream.range(0, rounds).mapToObj(round -> "flow-" + round).toList();
    keys.forEach(key -> flows.put(key, FLOW, LIFETIME));
    List<List<String>> won =
        Together.run(8, thread -> keys.stream().filter(key -> attempt.test(key, thread)).toList());
    assertThat(won.stream().flatMap(List::stream)).hasSize(rounds).doesNotHaveDuplicates();
    return won;
  }

  @Test
  void find_ofWhatWasPut_answersItAndLeavesIt() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    assertThat(flows.find("a")).contains(FLOW);
    assertThat(flows.find("a")).contains(FLOW);
    assertThat(flows.find("A")).isEmpty();
    assertThat(flows.take("a")).contains(FLOW);
    assertThat(flows.find("a")).isEmpty();
  }

  @Test
  void find_afterTheLifetime_isEmpty() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    clock.advance(LIFETIME.minusMillis(1));
    assertThat(flows.find("a")).contains(FLOW);
    clock.advance(Duration.ofMillis(2));
    assertThat(flows.find("a")).isEmpty();
  }

  @Test
  void replace_ofWhatIsThere_isThereForItsNewLifetime() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    flows.put("b", FLOW, LIFETIME.multipliedBy(2));
    assertThat(flows.replace("a", FLOW, OTHER, LIFETIME.multipliedBy(2))).isTrue();
    assertThat(flows.replace("b", FLOW, OTHER, LIFETIME)).isTrue();
    clock.advance(LIFETIME.plusMillis(1));
    assertThat(flows.find("b")).isEmpty();
    assertThat(flows.take("a")).contains(OTHER);
  }

  @Test
  void replace_ofWhatIsNotThere_changesNothing() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    assertThat(flows.replace("b", FLOW, OTHER, LIFETIME)).isFalse();
    assertThat(flows.replace("a", OTHER, OTHER, LIFETIME)).isFalse();
    assertThat(flows.find("b")).isEmpty();
    assertThat(flows.take("a")).contains(FLOW);
    assertThat(flows.replace("a", FLOW, OTHER, LIFETIME)).isFalse();
    assertThat(flows.find("a")).isEmpty();
  }

  @Test
  void replace_afterTheLifetime_isRefused() {
    Flows flows = open(clock);
    flows.put("a", FLOW, LIFETIME);
    clock.advance(LIFETIME.plusMillis(1));
    assertThat(flows.replace("a", FLOW, OTHER, LIFETIME)).isFalse();
    assertThat(flows.find("a")).isEmpty();
  }

  @Test
  void replace_ofManyAtOnce_oneDoes() {
    Flows flows = open(clock);
    List<List<String>> won =
        race(flows, 50, (key, thread) -> flows.replace(key, FLOW, mark(thread), LIFETIME));
    for (int thread = 0; thread < won.size(); thread++) {
      for (String key : won.get(thread)) {
        assertThat(flows.find(key)).contains(mark(thread));
      }
    }
  }

  private static Flow mark(int thread) {
    return new Flow(Bytes.of(new byte[] {7, (byte) thread}));
  }
}
