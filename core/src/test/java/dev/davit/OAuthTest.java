package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth: the flow from its start to the connection. */
public class OAuthTest extends OAuthFlowTest {
  @Test
  void finish_ofAConsent_isAConnectionThatWorks() {
    StartedOAuth started = start();
    assertThat(anns()).isEmpty();
    assertThat(house.audit()).isEmpty();

    OAuthAnswer answer = answer(far.consent(started.page(), "ann"));
    Connection made = finish(answer);

    assertThat(made.status()).isEqualTo(Status.ACTIVE);
    assertThat(made.subject()).isEqualTo("account:ann");
    assertThat(made.accountLabel()).isEqualTo("ann@memory.example");
    assertThat(anns()).containsExactly(made);
    assertThat(house.actions()).containsExactly("connection.connected");
    assertThat(personal().requestId()).isEqualTo("request-2");
    assertThat(house.davit.files().list(ANN, made.id(), FolderQuery.of(EntryId.ROOT)).entries())
        .isEmpty();
    assertThat(house.flows.kept()).isEmpty();
    assertThat(answer.flow()).isEqualTo(started.flow()).matches("[0-9a-f]{16}");
    assertThat(started.lifetime()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void start_proposesTheAccountOfTheConnection() {
    Connection known = house.connectOAuth(ANN, "ann");
    StartedOAuth again = oauth.start(ANN, OAUTH, binding, known.id());

    assertThat(far.proposed(again.page())).isEqualTo("ann@memory.example");
    assertThat(far.proposed(start().page())).isNull();
    Connection other = house.connectAnn();
    assertThat(failure(() -> oauth.start(ANN, OAUTH, binding, other.id())).hints().field())
        .isEqualTo("connection_id");
    assertThat(failure(() -> oauth.start(BOB, OAUTH, binding, known.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void start_ofAnotherKindOfProvider_isRefused() {
    assertThat(failure(() -> oauth.start(ANN, MEMORY, binding)).hints().field())
        .isEqualTo("provider");
    assertThat(failure(() -> oauth.start(ANN, new ProviderId("none"), binding)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> oauth.start(ANN, OAUTH, new Secret("guessable")));
    assertThat(house.flows.kept()).isEmpty();
  }

  @Test
  void start_tooOften_isPutOff() {
    for (int i = 0; i < 20; i++) {
      start();
    }
    CloudException failure = failure(this::start);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).isPresent();
    assertThat(house.flows.kept()).hasSize(20);
  }

  @Test
  void O1_state_isUsedOnce_andTheFirstConnectionStays() {
    StartedOAuth started = start();
    OAuthAnswer answer = answer(far.consent(started.page(), "ann"));
    Connection made = finish(answer);

    assertNoSuchFlow(answer, binding);
    OAuthAnswer newCode = answer(far.consent(started.page(), "ann2"));
    assertNoSuchFlow(newCode, binding);
    assertThat(anns()).containsExactly(made);
    assertThat(far.exchanges()).isEqualTo(1);
    assertThat(house.actions()).containsExactly("connection.connected");
  }

  @Test
  void O1_state_livesHalfAnHour() {
    OAuthAnswer late = consented("ann");
    OAuthAnswer justInTime = consented("ann");
    house.clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertThat(finish(justInTime).status()).isEqualTo(Status.ACTIVE);
    house.clock.advance(Duration.ofMillis(1));
    assertNoSuchFlow(late, binding);
  }

  @Test
  void O1_state_is256BitsAndKeptHashed() {
    StartedOAuth started = start();
    Secret state = far.consent(started.page(), "ann").state();

    assertThat(state.reveal()).hasSize(43);
    assertThat(house.flows.kept().keySet())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key).matches("[0-9a-f]{64}").doesNotContain(started.flow());
              assertThat(key).doesNotContain(state.reveal());
            });
    assertThat(far.consent(start().page(), "ann").state()).isNotEqualTo(state);
  }

  @Test
  void D1_ownerPurgedMeanwhile_isADeadFlow_withoutACall() {
    OAuthAnswer answer = consented("ann");
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED));
    house.connectAnn();

    assertNoSuchFlow(answer, binding);
    assertThat(anns()).extracting(Connection::provider).containsExactly(MEMORY);
  }

  @Test
  void D1_ownerPurgedDuringTheExchange_keepsNothing_andRevokes() {
    OAuthAnswer answer = consented("ann");
    house.watcher.onCall(
        "exchange",
        () ->
            house.stores.inTransaction(
                tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED)));

    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(anns()).isEmpty();
    assertThat(far.alive("ann")).isZero();
  }

  @Test
  void D3_finish_storeDownAfterTheExchange_keepsNothing_revokesNothing_saysSo() {
    OAuthAnswer answer = consented("ann");
    house.stores.downAfter(0);

    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.stores.mend();
    assertThat(anns()).isEmpty();
    assertThat(far.exchanges()).isEqualTo(1);
    assertThat(far.faults().calls("revoke")).isZero();
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void E1_flow_isSealedAndOfUseInItsPlaceOnly() {
    OAuthAnswer one = consented("ann");
    OAuthAnswer other = consented("ann2");
    Map<String, Flow> kept = house.flows.kept();
    List<Map.Entry<String, Flow>> both = List.copyOf(kept.entrySet());
    both.forEach(flow -> house.flows.take(flow.getKey()));
    house.flows.put(both.get(0).getKey(), both.get(1).getValue(), Duration.ofMinutes(1));
    house.flows.put(both.get(1).getKey(), both.get(0).getValue(), Duration.ofMinutes(1));

    assertThat(failure(() -> finish(one)).kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(failure(() -> finish(other)).kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).containsOnly("vault.integrity_failure").hasSize(2);
    assertThat(sent()).isZero();
  }
}
