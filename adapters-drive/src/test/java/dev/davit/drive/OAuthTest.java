package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleFaults;
import dev.davit.emulator.google.Rotation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's OAuth, at the emulator: a test for each of its traps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {
  private static final URI REDIRECT = URI.create("http://127.0.0.1:9/api/cloud/oauth/callback");
  private static final Secret VERIFIER = new Secret("canary-verifier-".repeat(4));
  private static final Secret STATE = new Secret("canary-state");

  private @Nullable Googles started;
  private @Nullable DriveProvider opened;

  @BeforeAll
  void start(@TempDir Path folder) {
    started = Googles.start(folder);
    opened = googles().provider();
  }

  @AfterAll
  void stop() {
    provider().close();
    googles().close();
  }

  @BeforeEach
  void calm() {
    googles().google().clearFaults();
    googles().google().rotation(Rotation.NONE);
    googles().google().requests().clear();
  }

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

  /** Holds the kind, and that nothing that a log would have of it is a secret. */
  private static void assertFails(
      ErrorKind kind, ThrowingCallable call, @Nullable Secret... secrets) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).as("%s", failure).isEqualTo(kind);
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log));
    assertThat(log.toString()).doesNotContain("canary", "GOCSPX");
    for (Secret secret : secrets) {
      assertThat(secret == null || !log.toString().contains(secret.reveal())).isTrue();
    }
  }

  private static Rotation rotating() {
    return Arrays.stream(Rotation.values())
        .filter(one -> one != Rotation.NONE)
        .findFirst()
        .orElseThrow();
  }

  private Grant connect(GoogleAccount account, Decision decision) {
    return client().exchange(code(account, decision), VERIFIER, REDIRECT);
  }

  private Secret code(GoogleAccount account, Decision decision) {
    URI back = googles().google().consent(authorization(account.email()), account, decision);
    return new Secret(query(back).getOrDefault("code", ""));
  }

  private URI authorization(@Nullable String account) {
    return client().authorizationUri(request(account));
  }

  private static OAuthClient.AuthorizationRequest request(@Nullable String account) {
    return new OAuthClient.AuthorizationRequest(STATE, challenge(), REDIRECT, account);
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(VERIFIER.reveal().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private Authentication.OAuth client() {
    return (Authentication.OAuth) provider().authentication();
  }

  private Googles googles() {
    return Objects.requireNonNull(started);
  }

  private DriveProvider provider() {
    return Objects.requireNonNull(opened);
  }
}
