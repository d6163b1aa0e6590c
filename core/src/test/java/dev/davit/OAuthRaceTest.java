package dev.davit;

import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryOAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two callbacks with one state at the same time, again and again. */
public class OAuthRaceTest extends FlowTest {
  private static final int STARTS = 20;

  private final OAuth oauth = house.davit.oauth();
  private final MemoryOAuth far = house.oauth.oauth();

  /** How many pairs there are. */
  protected int pairs() {
    return 1000;
  }

  /** A flow, and two answers to it: each is somebody's consent, with a code of its own. */
  private record Pair(Caller caller, Secret binding, OAuthAnswer one, OAuthAnswer other) {}

  private Pair pair(int number) {
    Caller caller = Caller.of("owner-" + number / STARTS);
    Secret binding = oauth.newBinding();
    far.addAccount("one-" + number);
    far.addAccount("other-" + number);
    StartedOAuth started = oauth.start(caller, OAUTH, binding);
    return new Pair(
        caller,
        binding,
        answer(far.consent(started.page(), "one-" + number)),
        answer(far.consent(started.page(), "other-" + number)));
  }

  @Test
  void O1_racingPairsOfCallbacks_exactlyOneExchangeEach() throws Exception {
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < pairs(); i++) {
      all.add(pair(i));
    }

    List<List<Optional<Connection>>> made = race(all);

    assertThat(far.faults().calls("exchange")).isEqualTo(pairs());
    assertThat(far.exchanges()).isEqualTo(pairs());
    for (int i = 0; i < pairs(); i += STARTS) {
      List<Connection> first = firsts(made, i, Math.min(i + STARTS, pairs()));
      assertThat(house.davit.connections().list(all.get(i).caller()))
          .containsExactlyInAnyOrderElementsOf(first);
    }
    assertThat(house.actions()).containsOnly("connection.connected").hasSize(pairs());
  }

  /** Of each pair the connection that came of it, which is one. */
  private static List<Connection> firsts(List<List<Optional<Connection>>> made, int from, int to) {
    List<Connection> firsts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Optional<Connection> one = made.get(0).get(i);
      Optional<Connection> other = made.get(1).get(i);
      assertThat(one.isPresent()).as("pair %d", i).isNotEqualTo(other.isPresent());
      firsts.add(one.or(() -> other).orElseThrow());
    }
    return firsts;
  }

  private List<List<Optional<Connection>>> race(List<Pair> all) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<List<Optional<Connection>>> ones =
          executor.submit(() -> finishAll(all, together, false));
      Future<List<Optional<Connection>>> others =
          executor.submit(() -> finishAll(all, together, true));
      return List.of(ones.get(1, TimeUnit.MINUTES), others.get(1, TimeUnit.MINUTES));
    } finally {
      executor.shutdownNow();
    }
  }

  private List<Optional<Connection>> finishAll(
      List<Pair> all, CyclicBarrier together, boolean other) throws Exception {
    List<Optional<Connection>> made = new ArrayList<>();
    for (Pair pair : all) {
      OAuthAnswer answer = other ? pair.other() : pair.one();
      together.await(1, TimeUnit.MINUTES);
      made.add(made(() -> oauth.finish(answer, pair.binding(), "")));
    }
    return made;
  }

  private static Optional<Connection> made(Callable<Connection> call) throws Exception {
    try {
      return Optional.of(call.call());
    } catch (CloudException refused) {
      assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
      return Optional.empty();
    }
  }
}
