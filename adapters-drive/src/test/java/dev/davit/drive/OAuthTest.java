package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Connecting a Google account: a test for each trap. */
class OAuthTest extends OAuthTests {
  @Test
  void authorizationUri_asksForALastingGrant_consentEachTime_andPkceS256() {
    Map<String, String> query = query(authorization("ada@example.org"));
    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent")
        .containsEntry("include_granted_scopes", "true")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("code_challenge", challenge())
        .containsEntry("login_hint", "ada@example.org")
        .containsEntry("state", "canary-state")
        .containsEntry("redirect_uri", REDIRECT.toString())
        .containsEntry("scope", "openid email https://www.googleapis.com/auth/drive");
    assertThat(query(authorization(null))).doesNotContainKey("login_hint");
  }

  @Test
  void authorizationUri_proposesNoAccount_whoseLabelIsNoAddress() {
    for (String label : List.of("Google account", "@", "ada@", "@example.org", "a b@example.org")) {
      assertThat(query(authorization(label))).doesNotContainKey("login_hint");
    }
  }

  @Test
  void authorizationUri_isGoogles_whereNothingElseIsSaid() {
    DriveSettings settings = DriveSettings.of("id", new Secret("secret"));
    try (DriveProvider google = new DriveProvider(settings, googles().google().clock())) {
      OAuthClient client = (OAuthClient) google.authentication();
      URI uri = client.authorizationUri(request(null));
      assertThat(uri.toString()).startsWith("https://accounts.google.com/o/oauth2/v2/auth?");
      assertThat(client.issuer()).isEqualTo("https://accounts.google.com");
    }
  }

  @Test
  void exchange_answersWhoseItIs_byTheSubjectOfTheIdToken() {
    GoogleAccount ada = googles().somebody();
    Grant grant = connect(ada, Decision.allow());
    assertThat(grant.subject()).isEqualTo(ada.sub());
    assertThat(grant.label()).isEqualTo(ada.email());
    assertThat(client().missingScopes(grant.scopes())).isEmpty();
    OAuthTokens tokens = (OAuthTokens) grant.credential();
    assertThat(tokens.refresh()).isNotNull();
    assertThat(tokens.expiresAt()).isAfter(googles().google().clock().instant());
    assertThat(grant.subject()).isEqualTo(connect(ada, Decision.allow()).subject());
  }

  @Test
  void exchange_ofAGrantWithoutTheScope_saysWhatIsMissing() {
    Grant grant = connect(googles().somebody(), Decision.without(DriveScope.FULL.scope()));
    assertThat(client().missingScopes(grant.scopes())).containsExactly(DriveScope.FULL.scope());
  }

  @Test
  void missingScopes_ofANarrowerScope_areNone_whereAllWasGranted() {
    for (DriveScope scope : DriveScope.values()) {
      try (DriveProvider provider = googles().provider(googles().settings().withScope(scope))) {
        OAuthClient client = (OAuthClient) provider.authentication();
        assertThat(client.missingScopes(Set.of(DriveScope.FULL.scope()))).isEmpty();
        assertThat(client.missingScopes(Set.of(scope.scope()))).isEmpty();
        assertThat(client.missingScopes(Set.of("openid"))).containsExactly(scope.scope());
      }
    }
  }

  @Test
  void exchange_ofACodeThatWasUsed_isInvalidFlow() {
    Secret code = code(googles().somebody(), Decision.allow());
    client().exchange(code, VERIFIER, REDIRECT);
    assertFails(ErrorKind.INVALID_FLOW, () -> client().exchange(code, VERIFIER, REDIRECT), code);
  }

  @Test
  void O4_exchange_withAnotherVerifier_isInvalidFlow() {
    Secret code = code(googles().somebody(), Decision.allow());
    Secret other = new Secret("other-verifier-".repeat(4));
    assertFails(ErrorKind.INVALID_FLOW, () -> client().exchange(code, other, REDIRECT), code);
  }

  @Test
  void O4_exchange_isSentOnce_whateverHappens() {
    for (Fault fault :
        List.of(
            Fault.status(503), Fault.dropped(), Fault.lost(), Fault.html(), Fault.status(429))) {
      calm();
      Secret code = code(googles().somebody(), Decision.allow());
      googles().google().faults().inject(fault.at("/token"));
      assertThat(
              catchThrowableOfType(
                  CloudException.class, () -> client().exchange(code, VERIFIER, REDIRECT)))
          .isNotNull();
      assertThat(googles().google().requests().count("POST", "/token"))
          .as("%s", fault)
          .isEqualTo(1);
    }
  }
}
