package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.CALLBACK;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryOAuth;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are none to a connect, and answers that say no. */
public class OAuthRefusalTest extends OAuthFlowTest {
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
    OAuthAnswer answer = consented("ann");
    house.flows.downAfter(0);

    assertThat(failure(this::start).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("still_pending");
    assertThat(failure(() -> oauth.park(answer, "")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure(() -> oauth.complete(ANN, new Secret("h"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(sent()).isZero();
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
    OAuthAnswer answer = consented("ann");
    far.faults().loseAnswers("exchange", 1, MemoryOAuthFaults.unavailable());

    assertThat(failure(() -> finish(answer)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(sent()).isEqualTo(1);
    assertNoSuchFlow(answer, binding);
    assertThat(far.punished()).isZero();
    assertThat(anns()).isEmpty();
  }

  @Test
  void O3_answer_isReadFromTheQuery() {
    OAuthAnswer answer = OAuthAnswer.of(OAUTH, "state=a%2Bb&code=c+d&&iss=https%3A%2F%2Fe&x");

    assertThat(answer)
        .isEqualTo(new OAuthAnswer(OAUTH, new Secret("a+b"), new Secret("c d"), null, "https://e"));
    assertNoSuchFlow(OAuthAnswer.of(OAUTH, null), binding);
    assertThat(OAuthAnswer.of(OAUTH, "error=x").error()).isEqualTo("x");
    assertThat(OAuthAnswer.of(OAUTH, "error=&code=y").error()).isNull();
    for (String bad : List.of("state=a&state=b", "code=%zz", "%=1")) {
      assertThat(failure(() -> OAuthAnswer.of(OAUTH, bad)).kind())
          .isEqualTo(ErrorKind.INVALID_REQUEST);
    }
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
  void O5_consentThatIsNotTheUsersToGive_isSaid() {
    for (String error : List.of("consent_required", "interaction_required", "login_required")) {
      CloudException failure = refusedWith(error);
      assertThat(failure.kind()).as(error).isEqualTo(ErrorKind.PROVIDER_DENIED);
      assertThat(failure).hasMessageContaining("administrator");
    }
    assertThat(refusedWith("invalid_resource").kind()).isEqualTo(ErrorKind.MISCONFIGURED);
  }

  private CloudException refusedWith(String error) {
    Secret state = far.deny(start().page()).state();
    return failure(() -> finish(new OAuthAnswer(OAUTH, state, new Secret("c"), error, null)));
  }

  @Test
  void O5_providersError_isOneOfOurWords() {
    for (String error :
        List.of("server_error", "unauthorized_client", "<script>", "", "invalid_request")) {
      CloudException failure = refusedWith(error);
      assertThat(failure.kind())
          .isIn(ErrorKind.UNAVAILABLE, ErrorKind.MISCONFIGURED, ErrorKind.PROTOCOL);
      assertThat(failure.getMessage()).doesNotContain("_", "<");
    }
    assertThat(sent()).isZero();
    Secret state = far.deny(start().page()).state();
    assertThat(failure(() -> finish(new OAuthAnswer(OAUTH, state, null, null, null))).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }
}
