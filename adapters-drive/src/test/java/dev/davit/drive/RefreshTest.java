package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleFaults;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping a grant of a Google account, and giving it back: a test for each trap. */
class RefreshTest extends OAuthTests {
  @Test
  void R5_tokenEndpoint_thatIsOutOfOrder_isNoDeadGrant() {
    assertRefreshFails(Fault.status(500), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.status(503), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.dropped(), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.truncated(20), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.html(), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.answer(400, "text/html", "<p>invalid_grant"), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.status(401), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.status(404), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.answer(200, "application/json", "{}"), ErrorKind.PROTOCOL);
    assertRefreshFails(
        Fault.answer(302, "text/plain", "").with("Location", "/"), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.rateLimited(Duration.ofSeconds(7)), ErrorKind.RATE_LIMITED);
    assertRefreshFails(
        GoogleFaults.oauth(400, "temporarily_unavailable", ""), ErrorKind.UNAVAILABLE);
    assertRefreshFails(GoogleFaults.oauth(400, "something_new", ""), ErrorKind.PROTOCOL);
    assertRefreshFails(GoogleFaults.errorInsideOk("invalid_grant"), ErrorKind.PROTOCOL);
    assertRefreshFails(GoogleFaults.oauth(503, "invalid_grant", ""), ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_client", "unauthorized_client", "invalid_scope", "unsupported_grant_type",
        "invalid_request", "deleted_client", "disabled_client", "admin_policy_enforced"
      })
  void R5_refusedClient_isTheOperatorsFault(String error) {
    assertRefreshFails(GoogleFaults.oauth(401, error, "canary"), ErrorKind.MISCONFIGURED);
  }

  @Test
  void refresh_ofARevokedGrant_isDead() {
    GoogleAccount ada = googles().somebody();
    OAuthTokens tokens = googles().tokens(ada);
    googles().google().revoke(ada);
    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.refresh());
  }

  @Test
  void refresh_withoutARefreshToken_isDead_withoutACall() {
    OAuthTokens tokens = new OAuthTokens(new Secret("access"), null, null, Set.of());
    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.access());
    assertThat(googles().google().requests().all()).isEmpty();
  }

  @Test
  void R6_refresh_withoutANewRefreshToken_keepsTheOldOne_andTheScopes() {
    OAuthTokens old = googles().tokens(googles().somebody());
    OAuthTokens renewed = client().refresh(old);
    assertThat(renewed.refresh()).isEqualTo(old.refresh());
    assertThat(renewed.access()).isNotEqualTo(old.access());
    assertThat(renewed.scopes()).isEqualTo(old.scopes());
  }

  @Test
  void refresh_whoseAnswerNamesAScopeTwice_hasItOnce() {
    OAuthTokens old = googles().tokens(googles().somebody());
    googles().google().faults().inject(answer("3599,\"scope\":\"openid email openid\""));

    assertThat(client().refresh(old).scopes()).containsExactlyInAnyOrder("openid", "email");
  }

  @Test
  void refresh_whoseTokenEndsBeyondAllTime_isNoAnswer() {
    assertRefreshFails(answer("1e17"), ErrorKind.PROTOCOL);
    assertRefreshFails(answer("1e400"), ErrorKind.PROTOCOL);
  }

  private static Fault answer(String expiresIn) {
    String json =
        "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}";
    return Fault.answer(200, "application/json", json).at("/token");
  }

  @Test
  void R6_refreshTokenThatWasRotated_isTheNewOne() {
    OAuthTokens old = googles().tokens(googles().somebody());
    googles().google().rotation(rotating());
    OAuthTokens renewed = client().refresh(old);
    assertThat(renewed.refresh()).isNotNull().isNotEqualTo(old.refresh());
    assertThat(client().refresh(renewed).access()).isNotEqualTo(renewed.access());
  }

  @Test
  void revoke_endsTheGrant_andGoneAlreadyIsDone() {
    OAuthTokens tokens = googles().tokens(googles().somebody());
    client().revoke(tokens);
    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.refresh());
    client().revoke(tokens);
    Exchange sent = googles().google().requests().of("POST", "/revoke").get(0);
    assertThat(sent.path()).as("a token is in no address").isEqualTo("/revoke");
  }

  @Test
  void revoke_whileGoogleIsOutOfOrder_isToBeTriedAgain() {
    OAuthTokens tokens = googles().tokens(googles().somebody());
    for (Fault fault : List.of(Fault.status(503), Fault.dropped())) {
      googles().google().faults().inject(fault.at("/revoke"));
      assertFails(ErrorKind.UNAVAILABLE, () -> client().revoke(tokens), tokens.refresh());
    }
    googles().google().faults().inject(Fault.rateLimited(Duration.ofSeconds(3)).at("/revoke"));
    assertFails(ErrorKind.RATE_LIMITED, () -> client().revoke(tokens), tokens.refresh());
    client().revoke(tokens);
  }

  private void assertRefreshFails(Fault fault, ErrorKind kind) {
    OAuthTokens tokens = googles().tokens(googles().somebody());
    googles().google().faults().inject(fault.at("/token"));
    assertFails(kind, () -> client().refresh(tokens), tokens.refresh());
    assertThat(client().refresh(tokens).access()).as("the grant lives").isNotNull();
  }

  private static Rotation rotating() {
    return Arrays.stream(Rotation.values())
        .filter(one -> one != Rotation.NONE)
        .findFirst()
        .orElseThrow();
  }
}
