package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import dev.davit.emulator.Http;
import dev.davit.emulator.oauth.Rotation;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tokens are good for, and when they end. */
class StsTokensTest extends MicrosoftBench {
  @AfterEach
  void usualRotation() {
    microsoft.rotation(Rotation.KEEPS_OLD);
  }

  private static String refreshed(String token) {
    return walk.tokens(StsWalk.refresh(token));
  }

  private static String refreshToken(String tokens) {
    return Forms.field(tokens, "refresh_token");
  }

  @Test
  void exchange_bringsTokens_andWhoItIs() {
    Map<String, String> fields = StsWalk.exchange(walk.code(ada));
    fields.put("client_info", "1");
    HttpResponse<String> answer = walk.token(fields);
    String tokens = answer.body();

    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, no-cache");
    assertThat(Forms.field(tokens, "token_type")).isEqualTo("Bearer");
    assertThat(Forms.field(tokens, "expires_in")).isEqualTo("3600");
    assertThat(Forms.field(tokens, "scope")).isEqualTo("Files.ReadWrite");
    assertThat(refreshToken(tokens)).startsWith("M.C").endsWith("*!$$");
    assertThat(tokens).contains("\"id_token\"");
    assertThat(Forms.part(Forms.field(tokens, "client_info"), 0)).contains(ada.oid());
  }

  @Test
  void idToken_hasThePersonsClaims_byScope() {
    Map<String, String> fields =
        StsWalk.authorization("scope", "openid profile email offline_access Files.Read");
    fields.put("nonce", "n0nce");
    String all = walk.tokens(StsWalk.exchange(walk.code(fields, bob)));
    String claims = Forms.part(Forms.field(all, "id_token"), 1);

    assertThat(Forms.field(claims, "iss"))
        .isEqualTo("https://login.microsoftonline.com/" + contoso.id() + "/v2.0");
    assertThat(Forms.field(claims, "aud")).isEqualTo(MicrosoftEmulator.CLIENT.id());
    assertThat(Forms.field(claims, "oid")).isEqualTo(bob.oid());
    assertThat(Forms.field(claims, "tid")).isEqualTo(contoso.id());
    assertThat(Forms.field(claims, "preferred_username")).isEqualTo("bob@contoso.example");
    assertThat(Forms.field(claims, "name")).isEqualTo("bob");
    assertThat(Forms.field(claims, "email")).isEqualTo("bob@contoso.example");
    assertThat(Forms.field(claims, "nonce")).isEqualTo("n0nce");
    fields.put("scope", "openid Files.Read");
    String few = walk.tokens(StsWalk.exchange(walk.code(fields, bob)));
    assertThat(Forms.part(Forms.field(few, "id_token"), 1))
        .contains("\"tid\"")
        .doesNotContain("oid\"", "preferred_username", "email");
  }

  @Test
  void sub_isAnotherForEachApplication() {
    MicrosoftClient other = MicrosoftClient.of("0b7e0000-0000-4000-8000-00000000000d", "s");
    microsoft.register(other);
    String ours = walk.tokens(StsWalk.exchange(walk.code(ada)));
    Map<String, String> fields = StsWalk.authorization("client_id", other.id());
    Map<String, String> exchange = StsWalk.exchange(walk.code(fields, ada));
    exchange.put("client_id", other.id());
    exchange.put("client_secret", "s");

    assertThat(sub(walk.tokens(exchange))).isNotEmpty().isNotEqualTo(sub(ours));
  }

  private static String sub(String tokens) {
    return Forms.field(Forms.part(Forms.field(tokens, "id_token"), 1), "sub");
  }

  @Test
  void openid_isNotAsked_noIdToken() {
    Map<String, String> fields = StsWalk.authorization("scope", "offline_access Files.Read");
    assertThat(walk.tokens(StsWalk.exchange(walk.code(fields, ada)))).doesNotContain("id_token");
  }

  @Test
  void offlineAccess_isNotAsked_noRefreshToken() {
    Map<String, String> fields = StsWalk.authorization("scope", "openid Files.Read");
    Map<String, String> exchange = StsWalk.exchange(walk.code(fields, ada));
    exchange.put("scope", "openid Files.Read offline_access");
    assertThat(refreshToken(walk.tokens(exchange))).isEmpty();
    Map<String, String> refresh =
        StsWalk.refresh(microsoft.grant(ada, Scopes.FILES_READ).refresh());
    refresh.put("scope", "Files.Read");
    assertThat(refreshToken(walk.tokens(refresh))).isEmpty();
  }

  @Test
  void scope_ofAWorkAccount_isAllThatWasEverConsentedTo_inTheWayItWasAskedFor() {
    MicrosoftAccount joe = microsoft.addAccount("joe@contoso.example", contoso);
    walk.code(StsWalk.authorization("scope", "User.Read Files.Read"), joe);
    String full = "https://graph.microsoft.com/Files.ReadWrite offline_access";
    String tokens =
        walk.tokens(StsWalk.exchange(walk.code(StsWalk.authorization("scope", full), joe)));
    String graph = "https://graph.microsoft.com/";
    assertThat(Forms.field(tokens, "scope").split(" "))
        .containsExactlyInAnyOrder(
            (graph + "Files.Read"),
            (graph + "Files.ReadWrite"),
            (graph + "User.Read"),
            "email",
            "openid",
            "profile");
  }

  @Test
  void refreshToken_isGoodForAllThatWasConsentedTo_andNotForMore() {
    String token = microsoft.grant(bob, Scopes.FILES_READ).refresh();
    microsoft.grant(bob, Scopes.USER_READ);
    Map<String, String> fields = StsWalk.refresh(token);
    fields.put("scope", "User.Read");
    assertThat(walk.tokens(fields)).contains("User.Read");
    fields.put("scope", "Sites.Read.All");
    walk.refused(fields, "invalid_grant", 65001);
    assertThat(walk.token(fields).body()).contains("\"suberror\":\"consent_required\"");
  }

  @Test
  void basic_isAsGoodAsTheBody() {
    Map<String, String> fields = StsWalk.refresh(microsoft.grant(ada, "Files.Read").refresh());
    String secret =
        URLEncoder.encode(String.valueOf(fields.remove("client_secret")), StandardCharsets.UTF_8);
    Http basic = Http.as(microsoft.url(), String.valueOf(fields.remove("client_id")), secret);
    HttpResponse<String> answer =
        basic.send(
            "POST", "common/oauth2/v2.0/token", Forms.encoded(fields), "Content-Type", Forms.TYPE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void code_isGoodOnce_andForTenMinutes() {
    String code = walk.code(ada);
    String late = walk.code(ada);
    walk.tokens(StsWalk.exchange(code));
    walk.refused(StsWalk.exchange(code), "invalid_grant", 54005);
    microsoft.advance(Codes.LIFETIME);
    walk.refused(StsWalk.exchange(late), "invalid_grant", 70008);
  }

  @Test
  void refreshTokens_rotateOnEveryUse_oldOnesStayGood() {
    long before = microsoft.refreshes();
    String first = microsoft.grant(ada, Scopes.FILES_READ).refresh();
    String second = refreshToken(refreshed(first));
    String third = refreshToken(refreshed(first));

    assertThat(second).isNotEmpty().isNotEqualTo(first).isNotEqualTo(third);
    assertThat(refreshToken(refreshed(second))).isNotEmpty();
    assertThat(microsoft.refreshes() - before).isEqualTo(3);
  }

  @Test
  void reuse_onDemand_endsTheWholeGrant() {
    microsoft.rotation(Rotation.PUNISHES_REUSE);
    String other = microsoft.grant(ada, Scopes.FILES_READ).refresh();
    String first = microsoft.grant(ada, Scopes.FILES_READ).refresh();
    String second = refreshToken(refreshed(first));

    walk.refused(StsWalk.refresh(first), "invalid_grant", 70000);
    walk.refused(StsWalk.refresh(second), "invalid_grant", 70000);
    assertThat(refreshed(other)).contains("access_token");
  }

  @Test
  void rotation_canBeSwitchedOff() {
    microsoft.rotation(Rotation.NONE);
    String first = microsoft.grant(ada, Scopes.FILES_READ).refresh();
    assertThat(refreshToken(refreshed(first))).isEmpty();
    assertThat(refreshed(first)).contains("access_token");
  }

  @Test
  void refreshToken_endsAfterNinetyDays_butItsSuccessorDoesNot() {
    String first = microsoft.grant(ada, Scopes.FILES_READ).refresh();
    microsoft.advance(Duration.ofDays(89));
    String second = refreshToken(refreshed(first));
    microsoft.advance(Duration.ofDays(1));
    walk.refused(StsWalk.refresh(first), "invalid_grant", 700082);
    assertThat(refreshed(second)).contains("access_token");
  }

  @Test
  void revoke_endsRefreshTokens_inTheWordsOfTheAccountsKind() {
    MicrosoftAccount kim = microsoft.addAccount("kim@contoso.example", contoso);
    MicrosoftAccount lee = microsoft.addAccount("lee@example.org");
    String work = microsoft.grant(kim, Scopes.FILES_READ).refresh();
    String personal = microsoft.grant(lee, Scopes.FILES_READ).refresh();
    microsoft.revoke(kim);
    microsoft.revoke(lee);
    walk.refused(StsWalk.refresh(work), "invalid_grant", 50173);
    walk.refused(StsWalk.refresh(personal), "invalid_grant", 70000);
    assertThat(refreshed(microsoft.grant(kim, Scopes.FILES_READ).refresh())).contains("Bearer");
  }

  @Test
  void withdrawnConsent_isToldAsInvalidGrant() {
    MicrosoftAccount max = microsoft.addAccount("max@contoso.example", contoso);
    String token = microsoft.grant(max, Scopes.FILES_READ).refresh();
    microsoft.withdrawConsent(max);
    walk.refused(StsWalk.refresh(token), "invalid_grant", 65001);
  }

  @Test
  void discovery_tellsEndpointsIssuerAndKeys() {
    String common = walk.http().get("common/v2.0/.well-known/openid-configuration").body();
    String ofTenant =
        walk.http().get("contoso.example/v2.0/.well-known/openid-configuration").body();

    assertThat(Forms.field(common, "token_endpoint"))
        .isEqualTo(microsoft.url() + "common/oauth2/v2.0/token");
    assertThat(Forms.field(common, "issuer")).startsWith("https://login.microsoftonline.com/{");
    assertThat(Forms.field(ofTenant, "issuer"))
        .isEqualTo("https://login.microsoftonline.com/" + contoso.id() + "/v2.0");
    assertThat(walk.http().get("common/discovery/v2.0/keys").body()).contains("\"kty\":\"RSA\"");
    assertThat(walk.http().get("nowhere.example/v2.0/.well-known/openid-configuration").body())
        .contains("AADSTS90002");
    assertThat(walk.http().get("common/discovery/instance?api-version=1.1").body())
        .contains("tenant_discovery_endpoint", "login.windows.net");
    assertThat(walk.http().get("nonsense").statusCode()).isEqualTo(404);
  }
}
