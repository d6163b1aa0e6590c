package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OWN;
import static dev.davit.TestHouse.failure;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import dev.davit.testkit.memory.MemoryStorageProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connecting by a log-in on the server's own page. */
public class LoginTest extends FlowTest {
  private static final ProviderId OTHER = new ProviderId("other");
  static final String SERVER = "https://cloud.example/dav";

  private final Connections connections = house.davit.connections();

  private StartedLogin start() {
    return connections.startLogin(ANN, MEMORY, SERVER, null);
  }

  private Optional<Connection> poll(StartedLogin login) {
    return connections.pollLogin(ANN, MEMORY, login.flow());
  }

  private void grant(StartedLogin login, String account) {
    house.memory.server().pages().grant(login.page(), account);
  }

  private int asked() {
    return house.memory.server().faults().calls("pollPage");
  }

  private Connection connected(String account) {
    StartedLogin login = start();
    grant(login, account);
    return poll(login).orElseThrow();
  }

  @Test
  void startLogin_answersWhereToGoAndKeepsNothingYet() {
    StartedLogin login = start();

    assertThat(login.page().toString()).startsWith(SERVER);
    assertThat(login.lifetime()).isEqualTo(Duration.ofMinutes(19));
    assertThat(login.interval()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    assertThat(start().flow()).isNotEqualTo(login.flow());
    assertThat(connections.list(ANN)).isEmpty();
    assertThat(house.audit()).isEmpty();
  }

  @Test
  void pollLogin_undecided_waits_thenConnects_andGoesOnAnsweringSo() {
    StartedLogin login = connections.startLogin(ANN, MEMORY, SERVER, " Home ");
    assertThat(poll(login)).isEmpty();
    grant(login, "ann");
    house.clock.advance(Duration.ofSeconds(1));

    Connection made = poll(login).orElseThrow();

    assertThat(made.status()).isEqualTo(Status.ACTIVE);
    assertThat(made.displayName()).isEqualTo("Home");
    assertThat(connections.list(ANN)).containsExactly(made);
    assertThat(house.actions()).containsExactly("connection.connected");
    assertThat(house.davit.files().list(ANN, made.id(), FolderQuery.of(EntryId.ROOT)).entries())
        .isEmpty();
    assertThat(poll(login)).contains(connections.get(ANN, made.id()));
    assertThat(asked()).isEqualTo(2);
    assertThat(house.flows.kept()).isEmpty();
  }

  @Test
  void pollLogin_accountThatNeedsReconnecting_isActiveAgain() {
    Connection before = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("changed"));
    connections.check(ANN, before.id());

    Connection after = connected("ann");

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.status()).isEqualTo(Status.ACTIVE);
    assertThat(after.statusReason()).isNull();
    assertThat(connections.check(ANN, after.id()).status()).isEqualTo(Status.ACTIVE);
    assertThat(house.actions())
        .containsExactly(
            "connection.connected", "connection.requires_reauth", "connection.reconnected");
  }

  @Test
  void pollLogin_anotherAccount_isASecondConnection() {
    Connection first = connected("ann");
    Connection second = connected("ann2");

    assertThat(connections.list(ANN)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void O3_handleOfAnotherOwnerOrProvider_isAsAMadeUpOne_andHarmsNothing() {
    StartedLogin login = start();
    grant(login, "ann");
    house.connect(BOB, "bob");

    CloudException madeUp = failure(() -> connections.pollLogin(BOB, MEMORY, new Secret("x")));
    CloudException anns = failure(() -> connections.pollLogin(BOB, MEMORY, login.flow()));
    CloudException elsewhere = failure(() -> atTheOther().pollLogin(ANN, OTHER, login.flow()));

    assertThat(madeUp.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    for (CloudException other : List.of(anns, elsewhere)) {
      assertThat(other.kind()).isEqualTo(madeUp.kind());
      assertThat(other).hasMessage(madeUp.getMessage());
      assertThat(other.hints()).isEqualTo(madeUp.hints());
    }
    assertThat(asked()).isZero();
    assertThat(poll(login)).isPresent();
  }

  private Connections atTheOther() {
    return Davit.builder()
        .stores(house.stores)
        .flows(house.flows)
        .vault(house.vault)
        .provider(MemoryStorageProvider.fields(OTHER, house.clock))
        .sweepEvery(Duration.ZERO)
        .build()
        .connections();
  }

  @Test
  void O1_aThousandRacingPolls_oneGrantOneConnection() throws Exception {
    StartedLogin login = start();
    grant(login, "ann");

    List<Optional<Connection>> answers = race(8, 125, login);

    Connection made = poll(login).orElseThrow();
    assertThat(connections.list(ANN)).containsExactly(made);
    assertThat(house.credentialVersion(made.id())).isEqualTo(1);
    assertThat(house.actions()).containsExactly("connection.connected");
    assertThat(asked()).isEqualTo(1);
    assertThat(answers).hasSize(1000).contains(Optional.of(made));
    assertThat(answers).allMatch(answer -> answer.isEmpty() || answer.equals(Optional.of(made)));
  }

  @Test
  void pollLogin_racingWhileUndecided_asksOnceASecond() throws Exception {
    StartedLogin login = start();

    assertThat(race(4, 25, login)).hasSize(100).allMatch(Optional::isEmpty);
    assertThat(asked()).isEqualTo(1);
    house.clock.advance(Duration.ofMillis(999));
    assertThat(poll(login)).isEmpty();
    assertThat(asked()).isEqualTo(1);
    house.clock.advance(Duration.ofMinutes(1));
    assertThat(poll(login)).isEmpty();
    assertThat(asked()).isEqualTo(2);
  }

  private List<Optional<Connection>> race(int threads, int each, StartedLogin login)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Callable<Optional<Connection>> once = () -> poll(login);
      List<Future<Optional<Connection>>> futures =
          executor.invokeAll(IntStream.range(0, threads * each).mapToObj(i -> once).toList());
      List<Optional<Connection>> answers = new ArrayList<>();
      for (Future<Optional<Connection>> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void pollLogin_denied_saysSo_eachTime() {
    StartedLogin login = start();
    house.memory.server().pages().deny(login.page());

    for (int i = 0; i < 2; i++) {
      assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
      house.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(connections.list(ANN)).isEmpty();
  }

  @Test
  void pollLogin_afterItsTime_isOverWithoutACall() {
    StartedLogin login = start();
    grant(login, "ann");
    house.clock.advance(login.lifetime());

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(asked()).isZero();
  }

  @Test
  void pollLogin_providerDown_saysSoAndGoesOn() {
    StartedLogin login = start();
    house.memory.server().faults().down();
    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.memory.server().faults().mend();
    grant(login, "ann");
    house.clock.advance(Duration.ofSeconds(1));

    assertThat(poll(login)).isPresent();
  }

  @Test
  void D1_ownerPurgedMeanwhile_isADeadLogin() {
    StartedLogin login = start();
    grant(login, "ann");
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED));
    house.connectAnn();

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(asked()).isZero();
  }

  @Test
  void startLogin_refused_keepsNothing() {
    assertThat(failure(() -> connections.startLogin(ANN, MEMORY, "http://c", null)).kind())
        .isEqualTo(ErrorKind.ADDRESS_REFUSED);
    assertThat(failure(() -> connections.startLogin(ANN, MEMORY, SERVER, "")).hints().field())
        .isEqualTo("display_name");
    assertThat(failure(() -> connections.startLogin(ANN, OWN, SERVER, null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> connections.startLogin(ANN, OTHER, SERVER, null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);

    assertThat(house.flows.kept()).isEmpty();
    assertThat(house.isIdle()).isTrue();
    assertThat(house.stores.<Boolean>reading(tx -> tx.owners().find(ANN.owner()).isPresent()))
        .isFalse();
  }

  @Test
  void startLogin_tooOften_isPutOff() {
    for (int i = 0; i < 20; i++) {
      start();
    }
    CloudException failure = failure(this::start);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).isPresent();
    assertThat(house.memory.server().faults().calls("startPage")).isEqualTo(20);
  }

  @Test
  void E1_flow_isSealedAndOfUseInItsPlaceOnly() {
    StartedLogin one = start();
    StartedLogin other = start();
    Map<String, Flow> kept = house.flows.kept();
    assertThat(kept).hasSize(2);
    for (Map.Entry<String, Flow> flow : kept.entrySet()) {
      assertThat(flow.getKey()).doesNotContain(one.flow().reveal(), other.flow().reveal());
      assertThat(new String(flow.getValue().sealed().toArray(), ISO_8859_1))
          .doesNotContain("of-a-page", one.flow().reveal(), other.flow().reveal());
    }

    List<Map.Entry<String, Flow>> both = List.copyOf(kept.entrySet());
    both.forEach(flow -> house.flows.take(flow.getKey()));
    house.flows.put(both.get(0).getKey(), both.get(1).getValue(), Duration.ofMinutes(1));
    house.flows.put(both.get(1).getKey(), both.get(0).getValue(), Duration.ofMinutes(1));

    assertThat(failure(() -> poll(one)).kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(failure(() -> poll(other)).kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).containsOnly("vault.integrity_failure").hasSize(2);
    assertThat(asked()).isZero();
  }

  @Test
  void E6_startedLogin_doesNotShowItsHandle() {
    StartedLogin login = start();

    assertThat(login.toString()).doesNotContain(login.flow().reveal());
  }
}
