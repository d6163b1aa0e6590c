package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting a Microsoft account: a test for each trap. */
class OAuthTest extends OAuthTests {
  private static final OneDriveSettings REAL = OneDriveSettings.of("id", new Secret("secret"));

  private static String decoded(URI uri) {
    return "?" + URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8) + "&";
  }

  @Test
  void authorizationUri_asksForALastingGrant_ofAnAccountThatTheUserPicks_withPkceS256() {
    URI page = client().authorizationUri(request("ada@example.org"));
    assertThat(page.getPath()).isEqualTo("/common/oauth2/v2.0/authorize");
    assertThat(decoded(page))
        .contains("?response_type=code&", "&response_mode=query&")
        .contains("&code_challenge=" + CHALLENGE + "&", "&code_challenge_method=S256&")
        .contains("&state=canary-state&", "&redirect_uri=" + REDIRECT + "&")
        .contains("&login_hint=ada@example.org&")
        .doesNotContain("prompt=")
        .contains(
            "&scope=openid profile email offline_access"
                + " https://graph.microsoft.com/Files.ReadWrite.All&");
  }

  @Test
  void authorizationUri_proposesNoAccount_whoseLabelIsNoAddress() {
    for (String label : List.of("Microsoft account", "@", "ada@", "@example.org", "a b@c")) {
      assertThat(decoded(client().authorizationUri(request(label)))).doesNotContain("login_hint");
    }
    assertThat(decoded(client().authorizationUri(request(null))))
        .contains("&prompt=select_account&")
        .doesNotContain("login_hint");
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL,https://login.microsoftonline.com/contoso.com/,https://graph.microsoft.com/",
    "US_GOVERNMENT,https://login.microsoftonline.us/contoso.com/,https://graph.microsoft.us/",
    "US_DEFENSE,https://login.microsoftonline.us/contoso.com/,https://dod-graph.microsoft.us/",
    "CHINA,https://login.chinacloudapi.cn/contoso.com/,https://microsoftgraph.chinacloudapi.cn/"
  })
  void nationalClouds_haveTheirOwnLoginAndScopes(NationalCloud cloud, String login, String graph) {
    OneDriveSettings settings = REAL.withTenant("contoso.com").withCloud(cloud);
    try (OneDriveProvider provider = provider(settings)) {
      URI page = client(provider).authorizationUri(request(null));
      assertThat(page.toString()).startsWith(login + "oauth2/v2.0/authorize?");
      assertThat(decoded(page)).contains(" " + graph + "Files.ReadWrite.All&");
      assertThat(client(provider).issuer()).isEqualTo(login + "v2.0");
    }
  }

  @Test
  void issuer_hasAPlaceForTheTenant_whereSeveralAreLetIn() {
    try (OneDriveProvider provider = provider(REAL)) {
      assertThat(client(provider).issuer())
          .isEqualTo("https://login.microsoftonline.com/{tenantid}/v2.0");
    }
  }

  @Test
  void exchange_answersWhoseItIs_byTenantAndObjectOfTheIdToken() {
    for (MicrosoftAccount account : List.of(microsofts().somebody(), microsofts().employee())) {
      Grant grant = connect(account);
      assertThat(grant.subject()).isEqualTo(account.tenant().id() + "." + account.oid());
      assertThat(grant.label()).isEqualTo(account.email());
      assertThat(grant.scopes()).contains("Files.ReadWrite.All").noneMatch(s -> s.contains("/"));
      assertThat(client().missingScopes(grant.scopes())).isEmpty();
      OAuthTokens tokens = (OAuthTokens) grant.credential();
      assertThat(tokens.refresh()).isNotNull();
      assertThat(tokens.expiresAt()).isAfter(microsofts().microsoft().clock().instant());
      assertThat(connect(account).subject()).isEqualTo(grant.subject());
    }
  }

  @Test
  void missingScopes_knowsNamesWithAndWithoutAddress_inAnyCase_andWhatHoldsWhat() {
    assertMissing(OneDriveScope.FULL, "files.readwrite.all", "Files.ReadWrite");
    assertMissing(OneDriveScope.OWN, "https://graph.microsoft.com/Files.ReadWrite", "Files.Read");
    assertMissing(OneDriveScope.OWN, "Files.ReadWrite.All", "openid");
    assertMissing(OneDriveScope.READ_ONLY, "FILES.READ.ALL", "Files.ReadWrite");
    assertMissing(OneDriveScope.READ_ONLY, "HTTPS://graph.Microsoft.com/Files.ReadWrite.All", "x");
    assertMissing(OneDriveScope.APP_FOLDER, "Files.ReadWrite.AppFolder", "Files.Read.All");
    assertMissing(
        OneDriveScope.APP_FOLDER, "Files.ReadWrite", "https://evil.example/Files.ReadWrite");
  }

  private void assertMissing(OneDriveScope scope, String enough, String tooLittle) {
    try (OneDriveProvider provider = provider(REAL.withScope(scope))) {
      assertThat(client(provider).missingScopes(Set.of("openid", enough))).isEmpty();
      assertThat(client(provider).missingScopes(Set.of(tooLittle))).containsExactly(scope.scope());
    }
  }

  @Test
  void O4_exchange_ofACodeThatWasUsed_orWithAnotherVerifier_isInvalidFlow() {
    Secret used = code(microsofts().somebody());
    client().exchange(used, VERIFIER, REDIRECT);
    assertFails(ErrorKind.INVALID_FLOW, () -> client().exchange(used, VERIFIER, REDIRECT), used);
    Secret code = code(microsofts().somebody());
    Secret other = new Secret("other-verifier-".repeat(4));
    assertFails(
        ErrorKind.INVALID_FLOW, () -> client().exchange(code, other, REDIRECT), code, other);
  }

  @Test
  void O4_exchange_isSentOnce_whateverHappens() {
    for (Fault fault :
        List.of(
            Fault.status(503).with("Retry-After", "0"),
            Fault.status(500),
            Fault.dropped(),
            Fault.lost(),
            Fault.html(),
            Fault.status(429),
            Fault.answer(302, "text/plain", "").with("Location", "/common" + TOKEN))) {
      calm();
      Secret code = code(microsofts().somebody());
      microsofts().microsoft().faults().inject(fault.at(TOKEN));
      assertThat(
              catchThrowableOfType(
                  CloudException.class, () -> client().exchange(code, VERIFIER, REDIRECT)))
          .isNotNull();
      assertThat(asked()).as("%s", fault).isEqualTo(1);
    }
  }

  @Test
  void tokenRequests_tellNothingOfThisMachine() {
    connect(microsofts().somebody());
    assertThat(microsofts().microsoft().requests().of("POST", TOKEN))
        .hasSize(1)
        .allSatisfy(
            sent ->
                assertThat(sent.headers().keySet())
                    .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "user-agent",
                        "content-type",
                        "content-length",
                        "host",
                        "connection"));
  }
}
