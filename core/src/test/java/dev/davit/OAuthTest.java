package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.CALLBACK;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import dev.davit.testkit.memory.MemoryOAuth;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth: the flow of the browser that began it. */
public class OAuthTest extends FlowTest {
  private final OAuth oauth = house.davit.oauth();
  private final MemoryOAuth far = house.oauth.oauth();
  private final Secret binding = oauth.newBinding();

  private StartedOAuth start() {
    return oauth.start(ANN, OAUTH, binding);
  }

  private Connection finish(OAuthAnswer answer) {
    return oauth.finish(answer, binding, "request-2");
  }

  private List<Connection> anns() {
    return house.davit.connections().list(ANN);
  }

  /** Who and what the first audit entry is about. */
  private AuditEntry.Personal personal() {
    return Objects.requireNonNull(house.audit().get(0).personal());
  }

  /** Holds that a call is refused as an unknown flow is, before the provider is asked. */
  private void assertNoSuchFlow(OAuthAnswer answer, @Nullable Secret brought) {
    int before = far.faults().calls("exchange");
    CloudException failure = failure(() -> oauth.finish(answer, brought, "request-2"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(far.faults().calls("exchange")).isEqualTo(before);
  }

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
    OAuthAnswer late = answer(far.consent(start().page(), "ann"));
    OAuthAnswer justInTime = answer(far.consent(start().page(), "ann"));
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
  void O2_noCookie_exchangesNothing_writesNothing_isAudited() {
    OAuthAnswer answer = answer(far.consent(start().page(), "bob"));

    assertNoSuchFlow(answer, null);
    assertThat(anns()).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertThat(personal().owner()).isEqualTo(house.ann().key());
    assertNoSuchFlow(answer, binding);
  }

  @Test
  void O2_anotherBrowsersCookie_isAsNone() {
    OAuthAnswer answer = answer(far.consent(start().page(), "bob"));

    assertNoSuchFlow(answer, oauth.newBinding());
    assertThat(anns()).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertNoSuchFlow(answer, binding);
  }

  @Test
  void O2_anotherUsersSession_isRefused() {
    OAuthAnswer answer = answer(far.consent(start().page(), "bob"));

    CloudException failure = failure(() -> oauth.finish(answer, binding, BOB));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(far.faults().calls("exchange")).isZero();
    assertThat(anns()).isEmpty();
    assertThat(house.davit.connections().list(BOB)).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertThat(personal().actor()).isEqualTo("bob");
  }

  @Test
  void O2_ownSession_isWelcome() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));

    assertThat(oauth.finish(answer, binding, ANN).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O2_twoTabs_eachHasItsOwnBinding() {
    Secret second = oauth.newBinding();
    StartedOAuth first = start();
    StartedOAuth other = oauth.start(ANN, OAUTH, second);
    OAuthAnswer firstAnswer = answer(far.consent(first.page(), "ann"));
    OAuthAnswer otherAnswer = answer(far.consent(other.page(), "ann2"));

    assertThat(first.flow()).isNotEqualTo(other.flow());
    Connection made = oauth.finish(otherAnswer, second, "");
    assertThat(anns()).containsExactly(made);
    assertThat(anns()).hasSize(1).doesNotContain(finish(firstAnswer));
    assertThat(anns()).hasSize(2);
  }

  @Test
  void O3_unknownState_isRefused() {
    OAuthAnswer madeUp =
        new OAuthAnswer(OAUTH, new Secret("x"), new Secret("y"), null, MemoryOAuth.ISSUER);

    assertNoSuchFlow(madeUp, binding);
    assertThat(house.audit()).isEmpty();
  }

  @Test
  void O3_anotherProvidersPath_isRefused() {
    MemoryOAuth.Returned returned = far.consent(start().page(), "ann");
    OAuthAnswer elsewhere =
        new OAuthAnswer(
            TestHouse.OAUTH2, returned.state(), returned.code(), null, returned.issuer());

    assertNoSuchFlow(elsewhere, binding);
    assertThat(house.oauth2.oauth().faults().calls("exchange")).isZero();
    assertThat(anns()).isEmpty();
  }

  @Test
  void O3_flowsDown_isUnavailable_withoutACall() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));
    house.flows.downAfter(0);

    assertThat(failure(this::start).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> oauth.complete(ANN, new Secret("h"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(far.faults().calls("exchange")).isZero();
    assertThat(anns()).isEmpty();
  }

  @Test
  void O4_redirectUri_isTheOneOfTheProvider() {
    assertThat(start().page().getRawQuery())
        .contains("redirect_uri=https%3A%2F%2Fdavit.example%2Fcallback%2Fmemory_oauth")
        .contains("code_challenge_method=S256");
    assertThat(CALLBACK).hasToString("https://davit.example/callback");
  }

  @Test
  void O4_codeOfAnotherFlow_isRefusedByItsProof() {
    StartedOAuth mine = start();
    MemoryOAuth.Returned others = far.consent(start().page(), "bob");
    MemoryOAuth.Returned returned = far.consent(mine.page(), "ann");
    OAuthAnswer injected =
        new OAuthAnswer(OAUTH, returned.state(), others.code(), null, others.issuer());

    assertThat(failure(() -> finish(injected)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(anns()).isEmpty();
    assertThat(far.exchanges()).isZero();
  }

  @Test
  void O4_wrongIssuer_isRefused_isAudited() {
    MemoryOAuth.Returned returned = far.consent(start().page(), "ann");
    OAuthAnswer mixedUp =
        new OAuthAnswer(OAUTH, returned.state(), returned.code(), null, "https://evil.example");

    assertNoSuchFlow(mixedUp, binding);
    assertThat(house.actions()).containsExactly("oauth.issuer_mismatch");
    assertNoSuchFlow(answer(returned), binding);
  }

  @Test
  void O4_noIssuer_isFine() {
    MemoryOAuth.Returned returned = far.consent(start().page(), "ann");

    assertThat(finish(new OAuthAnswer(OAUTH, returned.state(), returned.code(), null, null)))
        .isEqualTo(anns().get(0));
  }

  @Test
  void O4_code_isNeverSentTwice_notEvenAfterATimeOut() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));
    far.faults().loseAnswers("exchange", 1, MemoryOAuthFaults.unavailable());

    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(far.faults().calls("exchange")).isEqualTo(1);
    assertNoSuchFlow(answer, binding);
    assertThat(far.punished()).isZero();
    assertThat(anns()).isEmpty();
  }

  @Test
  void O5_denied_consumesTheState_writesNothing_reflectsNothing() {
    Connection known = house.connectOAuth(ANN, "ann");
    int audited = house.audit().size();
    StartedOAuth started = start();
    MemoryOAuth.Returned denied = far.deny(started.page());

    CloudException failure = failure(() -> finish(answer(denied)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("access_denied");
    assertThat(anns()).containsExactly(known);
    assertThat(house.credentialVersion(known.id())).isEqualTo(1);
    assertThat(house.audit()).hasSize(audited);
    assertNoSuchFlow(answer(far.consent(started.page(), "ann")), binding);
  }

  @Test
  void O5_providersError_isOneOfOurWords() {
    for (String error :
        List.of("server_error", "unauthorized_client", "<script>", "", "invalid_request")) {
      Secret state = far.deny(start().page()).state();
      CloudException failure =
          failure(() -> finish(new OAuthAnswer(OAUTH, state, new Secret("c"), error, null)));
      assertThat(failure.kind())
          .isIn(ErrorKind.UNAVAILABLE, ErrorKind.MISCONFIGURED, ErrorKind.PROTOCOL);
      assertThat(failure.getMessage()).doesNotContain("_", "<");
    }
    assertThat(far.faults().calls("exchange")).isZero();
    Secret state = far.deny(start().page()).state();
    assertThat(failure(() -> finish(new OAuthAnswer(OAUTH, state, null, null, null))).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void O6_missingScope_firstConnect_noRow_userIsTold_grantIsRevoked() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann", Set.of(MemoryOAuth.PROFILE)));

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("missing_scope");
    assertThat(anns()).isEmpty();
    assertThat(far.revokes()).isEqualTo(1);
    assertThat(house.actions()).containsExactly("oauth.refused");
    assertThat(house.audit().get(0).outcome()).isEqualTo("missing_scope");
  }

  @Test
  void O6_missingScope_firstConnectOfASharedAccount_revokesNothing() {
    house.connectOAuth(BOB, "ann");
    OAuthAnswer answer = answer(far.consent(start().page(), "ann", Set.of(MemoryOAuth.PROFILE)));

    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("missing_scope");
    assertThat(anns()).isEmpty();
    assertThat(far.faults().calls("revoke")).isZero();
  }

  @Test
  void O6_missingScope_reconnect_requiresReauthWithTheReason() {
    Connection known = house.connectOAuth(ANN, "ann");
    OAuthAnswer answer = answer(far.consent(start().page(), "ann", Set.of(MemoryOAuth.PROFILE)));

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().reason()).isEqualTo("missing_scope");
    assertThat(failure.hints().connection()).isEqualTo(known.id());
    assertThat(anns())
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.id()).isEqualTo(known.id());
              assertThat(now.status()).isEqualTo(Status.REQUIRES_REAUTH);
              assertThat(now.statusReason()).isEqualTo("missing_scope");
            });
    assertThat(far.faults().calls("revoke")).isZero();
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth", "oauth.refused");
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_noRefreshToken_keepsTheOldOne() {
    Connection known = house.connectOAuth(ANN, "ann");
    OAuthTokens before = house.tokens(known);
    far.refreshTokenOnce(true);

    Connection renewed = house.connectOAuth(ANN, "ann");

    assertThat(renewed.id()).isEqualTo(known.id());
    assertThat(house.tokens(renewed).refresh()).isNotNull().isEqualTo(before.refresh());
    assertThat(house.tokens(renewed).access()).isNotEqualTo(before.access());
    assertThat(house.credentialVersion(known.id())).isEqualTo(2);
  }

  /** Ann's account, whose grant she has withdrawn at the provider, and we know. */
  private Connection dead() {
    Connection known = house.connectOAuth(ANN, "ann");
    far.withdraw("ann");
    house.davit.connections().check(ANN, known.id());
    assertThat(anns()).extracting(Connection::status).containsExactly(Status.REQUIRES_REAUTH);
    return known;
  }

  @Test
  void O6_noRefreshToken_andTheOldOneIsDead_isRefused() {
    Connection known = dead();
    String reason = anns().get(0).statusReason();
    far.noRefreshToken(true);
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().reason()).isEqualTo("no_refresh_token");
    assertThat(failure.hints().connection()).isEqualTo(known.id());
    assertThat(anns()).extracting(Connection::statusReason).containsExactly(reason);
    far.noRefreshToken(false);
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_deadGrantThenMissingScope_theOldRefreshTokenIsForgotten() {
    Connection known = dead();
    OAuthAnswer less = answer(far.consent(start().page(), "ann", Set.of(MemoryOAuth.PROFILE)));
    assertThat(failure(() -> finish(less)).hints().reason()).isEqualTo("missing_scope");
    assertThat(house.tokens(known).refresh()).isNull();
    far.noRefreshToken(true);
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));

    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("no_refresh_token");
    assertThat(anns()).extracting(Connection::statusReason).containsExactly("missing_scope");
  }

  @Test
  void O6_noRefreshToken_firstConnect_isRefused_andRevoked() {
    far.noRefreshToken(true);
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("no_refresh_token");
    assertThat(anns()).isEmpty();
    assertThat(far.alive("ann")).isZero();
    assertThat(house.audit().get(0).outcome()).isEqualTo("no_refresh_token");
  }

  @Test
  void O6_reconnectAfterADeadGrant_isActiveAgain() {
    Connection known = dead();

    Connection renewed = house.connectOAuth(ANN, "ann");

    assertThat(renewed.id()).isEqualTo(known.id());
    assertThat(renewed.status()).isEqualTo(Status.ACTIVE);
    assertThat(renewed.statusReason()).isNull();
    assertThat(renewed.listingEpoch()).isGreaterThan(known.listingEpoch());
    assertThat(house.davit.connections().check(ANN, known.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_anotherAccount_isASecondConnection_neverASwap() {
    Connection first = house.connectOAuth(ANN, "ann");
    StartedOAuth again = oauth.start(ANN, OAUTH, binding, first.id());

    Connection second = finish(answer(far.consent(again.page(), "ann2")));

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(anns()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void D1_ownerPurgedMeanwhile_isADeadFlow_withoutACall() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED));
    house.connectAnn();

    assertNoSuchFlow(answer, binding);
    assertThat(anns()).extracting(Connection::provider).containsExactly(MEMORY);
  }

  @Test
  void D1_ownerPurgedDuringTheExchange_keepsNothing_andRevokes() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));
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
  void finish_storeDownAfterTheExchange_keepsNothing_saysSo() {
    OAuthAnswer answer = answer(far.consent(start().page(), "ann"));
    house.stores.downAfter(0);

    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.stores.mend();
    assertThat(anns()).isEmpty();
    assertThat(far.exchanges()).isEqualTo(1);
    assertThat(far.alive("ann")).isZero();
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }
}
