package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.AadSts;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftFaults;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping a grant of a Microsoft account: a test for each trap. */
class RefreshTest extends OAuthTests {
  private OAuthTokens granted() {
    return (OAuthTokens) connect(microsofts().somebody()).credential();
  }

  private void assertRefreshFails(Fault fault, ErrorKind kind) {
    OAuthTokens tokens = granted();
    microsofts().microsoft().faults().inject(fault.at(TOKEN));
    assertFails(kind, () -> client().refresh(tokens), tokens.refresh(), tokens.access());
    assertThat(client().refresh(tokens).access()).as("the grant lives").isNotNull();
  }

  @Test
  void R5_tokenEndpoint_thatIsOutOfOrder_isNoDeadGrant() {
    assertRefreshFails(Fault.status(500), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.dropped(), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.truncated(20), ErrorKind.UNAVAILABLE);
    assertRefreshFails(Fault.html(), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.answer(400, "text/html", "<p>invalid_grant"), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.status(401), ErrorKind.PROTOCOL);
    assertRefreshFails(Fault.status(404), ErrorKind.PROTOCOL);
    assertRefreshFails(MicrosoftFaults.oauth(400, "teapot", "invalid_grant"), ErrorKind.PROTOCOL);
    assertRefreshFails(MicrosoftFaults.oauth(503, "invalid_grant", ""), ErrorKind.UNAVAILABLE);
    assertRefreshFails(MicrosoftFaults.errorInsideOk(AadSts.INVALID_GRANT), ErrorKind.PROTOCOL);
    assertRefreshFails(
        MicrosoftFaults.oauth(400, "temporarily_unavailable", "x"), ErrorKind.UNAVAILABLE);
    OAuthTokens tokens = granted();
    microsofts().microsoft().faults().inject(MicrosoftFaults.throttled(Duration.ofSeconds(7)));
    assertThat(assertFails(ErrorKind.RATE_LIMITED, () -> client().refresh(tokens)).retryAfter())
        .contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"access_token\":\"canary\"}",
        "{\"access_token\":\"canary\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":1e17}",
        "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\"}",
        "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"id_token\":\"canary\"}",
        "[\"canary\"]",
        "canary"
      })
  void R5_answerThatHoldsNoTokens_isNonsense_andNotRepeated(String body) {
    assertRefreshFails(Fault.answer(200, "application/json", body), ErrorKind.PROTOCOL);
  }

  @Test
  void refresh_ofARevokedGrant_isDead() {
    for (MicrosoftAccount account : Set.of(microsofts().somebody(), microsofts().employee())) {
      OAuthTokens tokens = (OAuthTokens) connect(account).credential();
      microsofts().microsoft().revoke(account);
      assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.refresh());
    }
  }

  @Test
  void refresh_withoutARefreshToken_isDead_withoutACall() {
    OAuthTokens tokens = new OAuthTokens(new Secret("access"), null, null, Set.of());
    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.access());
    assertThat(asked()).isZero();
  }

  @Test
  void R6_refresh_withoutANewRefreshToken_keepsTheOldOne_andTheScopes() {
    OAuthTokens old = granted();
    microsofts().microsoft().rotation(Rotation.NONE);
    OAuthTokens renewed = client().refresh(old);
    assertThat(renewed.refresh()).isEqualTo(old.refresh());
    assertThat(renewed.access()).isNotEqualTo(old.access());
    assertThat(renewed.scopes()).isEqualTo(old.scopes());
  }

  @Test
  void R6_refreshTokenThatWasRotated_isTheNewOne_fromTheCacheOfOneOperation() {
    microsofts().microsoft().rotation(Rotation.PUNISHES_REUSE);
    OAuthTokens old = granted();
    OAuthTokens renewed = client().refresh(old);
    assertThat(renewed.refresh()).isNotNull().isNotEqualTo(old.refresh());
    assertThat(client().refresh(renewed).access()).isNotEqualTo(renewed.access());
  }

  @Test
  void refresh_asksForWhatWasGranted_whereTheSettingsWantMoreNow() {
    MicrosoftAccount ada = microsofts().somebody();
    OAuthTokens less = microsofts().tokens(ada, OneDriveScope.READ_ONLY);
    OAuthTokens renewed = client().refresh(less);
    assertThat(client().missingScopes(renewed.scopes())).isNotEmpty();
    assertThat(renewed.scopes()).contains("Files.Read.All");
  }

  @Test
  void revoke_asksNothing_andTheGrantLivesOn() {
    OAuthTokens tokens = granted();
    int before = microsofts().microsoft().requests().all().size();
    client().revoke(tokens);
    assertThat(microsofts().microsoft().requests().all()).hasSize(before);
    assertThat(client().refresh(tokens).access()).isNotNull();
  }
}
