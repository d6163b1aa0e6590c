package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.OwnerStore;
import dev.davit.testkit.memory.MemoryOAuth;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Connecting from a frontend on another site: parked by the callback, completed by its user. */
public class OAuthElsewhereTest extends OAuthFlowTest {
  @Override
  StartedOAuth start() {
    return oauth.startElsewhere(ANN, OAUTH);
  }

  private Secret parked(String account) {
    return oauth.park(consented(account), "request-2");
  }

  private void assertNothingToComplete(Caller caller, Secret handle) {
    CloudException failure = failure(() -> oauth.complete(caller, handle));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(sent()).isZero();
    assertThat(anns()).isEmpty();
    assertThat(house.davit.connections().list(BOB)).isEmpty();
  }

  @Test
  void complete_ofWhatWasParked_isAConnection() {
    Secret handle = parked("ann");
    assertThat(sent()).isZero();
    assertThat(anns()).isEmpty();

    Connection made = oauth.complete(ANN, handle);

    assertThat(anns()).containsExactly(made);
    assertThat(house.actions()).containsExactly("connection.connected");
    assertThat(house.flows.kept()).isEmpty();
    assertThat(handle.reveal()).hasSize(43);
  }

  @Test
  void start_withAConnection_proposesItsAccount() {
    Connection known = house.connectOAuth(ANN, "ann");

    assertThat(far.proposed(oauth.startElsewhere(ANN, OAUTH, known.id()).page()))
        .isEqualTo("ann@memory.example");
  }

  @Test
  void O2_anotherUsersCompletion_isRefused_isAudited_endsIt() {
    Secret handle = parked("bob");

    assertNothingToComplete(BOB, handle);
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertThat(personal().actor()).isEqualTo("bob");
    assertThat(personal().owner()).isEqualTo(house.ann().key());
    assertNothingToComplete(ANN, handle);
  }

  @Test
  void O2_theStateInPlaceOfTheHandle_opensNothing() {
    OAuthAnswer answer = consented("ann");
    assertNothingToComplete(ANN, answer.state());
    Secret handle = oauth.park(answer, "");

    assertNothingToComplete(ANN, answer.state());
    assertNothingToComplete(ANN, Objects.requireNonNull(answer.code()));
    assertThat(handle).isNotEqualTo(answer.state());
    assertThat(oauth.complete(ANN, handle)).isEqualTo(anns().get(0));
  }

  @Test
  void O2_handleInPlaceOfTheState_opensNothing() {
    MemoryOAuth.Returned returned = far.consent(start().page(), "ann");
    Secret handle = oauth.park(answer(returned), "");
    OAuthAnswer turned = new OAuthAnswer(OAUTH, handle, returned.code(), null, null);

    assertNoSuchFlow(turned, binding);
    assertThat(failure(() -> oauth.park(turned, "")).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
  }

  @Test
  void O2_finish_ofWhatHasNoBinding_isRefusedWhateverIsBrought() {
    OAuthAnswer answer = consented("ann");
    assertNoSuchFlow(answer, binding);
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertNoSuchFlow(consented("ann"), null);
    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
  }

  @Test
  void O2_park_ofWhatABrowserIsBoundTo_isRefused_isAudited() {
    OAuthAnswer answer = answer(far.consent(super.start().page(), "ann"));

    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertNoSuchFlow(answer, binding);
    assertThat(anns()).isEmpty();
  }

  @Test
  void O2_parked_waitsForTwoMinutes() {
    Secret late = parked("ann");
    Secret inTime = parked("ann2");
    house.clock.advance(Duration.ofMinutes(2).minusMillis(1));
    oauth.complete(ANN, inTime);
    house.clock.advance(Duration.ofMillis(1));

    assertThat(failure(() -> oauth.complete(ANN, late)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(far.exchanges()).isEqualTo(1);
  }

  @Test
  void O2_parked_isSealed() {
    OAuthAnswer answer = consented("ann");
    Secret handle = oauth.park(answer, "");

    assertThat(house.flows.kept())
        .hasSize(1)
        .allSatisfy(
            (key, flow) -> {
              String bytes = new String(flow.sealed().toArray(), ISO_8859_1);
              assertThat(key + bytes)
                  .doesNotContain(handle.reveal(), answer.state().reveal())
                  .doesNotContain(Objects.requireNonNull(answer.code()).reveal());
            });
  }

  @Test
  void O1_handle_isUsedOnce() {
    Secret handle = parked("ann");
    Connection made = oauth.complete(ANN, handle);

    assertThat(failure(() -> oauth.complete(ANN, handle)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(far.faults().calls("exchange")).isEqualTo(1);
    assertThat(anns()).containsExactly(made);
  }

  @Test
  void O3_flowsDown_whileParking_isUnavailable_andTheStateIsSpent() {
    OAuthAnswer answer = consented("ann");
    house.flows.downAfter(1);
    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.flows.mend();

    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(house.flows.kept()).isEmpty();
    assertThat(sent()).isZero();
  }

  @Test
  void O4_wrongIssuer_isNotParked() {
    OAuthAnswer answer = consented("ann");
    OAuthAnswer mixedUp =
        new OAuthAnswer(OAUTH, answer.state(), answer.code(), null, "https://evil.example");

    assertThat(failure(() -> oauth.park(mixedUp, "")).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(house.actions()).containsExactly("oauth.issuer_mismatch");
    assertThat(house.flows.kept()).isEmpty();
  }

  @Test
  void O5_denied_isSaidAtOnce() {
    OAuthAnswer denied = answer(far.deny(start().page()));

    CloudException failure = failure(() -> oauth.park(denied, ""));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("access_denied");
    assertThat(house.flows.kept()).isEmpty();
    assertThat(house.audit()).isEmpty();
  }

  @Test
  void D1_ownerPurgedMeanwhile_hasNothingToComplete_noMoreHasTheNextOfThatName() {
    Secret handle = parked("ann");
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED));
    house.connectAnn();

    assertThat(failure(() -> oauth.complete(ANN, handle)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(sent()).isZero();
  }
}
