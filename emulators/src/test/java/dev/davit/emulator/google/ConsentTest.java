package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Forms;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users see and say, and what comes of it. */
class ConsentTest extends GoogleBench {
  private static GoogleAccount bob;

  private Map<String, String> request;

  @BeforeAll
  static void addBob() {
    bob = google.addAccount("bob@gmail.com");
  }

  @BeforeEach
  void forget() {
    google.revoke(ada);
    google.revoke(bob);
    request = Walk.authorization();
  }

  @Test
  void allow_bringsACode_withStateIssuerAndWhatTheRealOneAdds() {
    Map<String, String> back = walk.redirect(request, ada, Decision.allow());
    assertThat(back)
        .containsEntry("state", "st&te")
        .containsEntry("iss", "https://accounts.google.com")
        .containsEntry("prompt", "consent")
        .containsKeys("code", "authuser");
    assertThat(back.get("scope")).contains(Scopes.DRIVE, Scopes.EMAIL, "openid");
  }

  @Test
  void redirect_goesToTheRegisteredAddress_withItsOwnQuery() {
    request.put("redirect_uri", "http://127.0.0.1:9/cb?own=1");
    assertThat(google.consent(walk.uri(request), ada, Decision.allow()).toString())
        .startsWith("http://127.0.0.1:9/cb?own=1&state=st%26te&");
  }

  @Test
  void deny_bringsAccessDenied_andNoCode() {
    assertThat(walk.redirect(request, ada, Decision.deny()))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st&te")
        .doesNotContainKey("code");
    assertThat(google.liveRefreshTokens(ada, GoogleEmulator.CLIENT)).isZero();
  }

  @Test
  void untickedScope_isNotGranted() {
    Map<String, String> back = walk.redirect(request, ada, Decision.without(Scopes.DRIVE));
    assertThat(back.get("scope")).isEqualTo(Scopes.EMAIL + " openid");
    String tokens = walk.tokens(Walk.exchange(Walk.code(back)));
    assertThat(Forms.field(tokens, "scope")).isEqualTo(Scopes.EMAIL + " openid");
  }

  @Test
  void everythingUnticked_isNo() {
    request.put("scope", Scopes.DRIVE);
    assertThat(walk.redirect(request, ada, Decision.without(Scopes.DRIVE)))
        .containsEntry("error", "access_denied");
  }

  @Test
  void secondConsent_withoutPrompt_isSilent_andBringsNoRefreshToken() {
    request.remove("prompt");
    assertThat(exchanged(ada)).contains("refresh_token");
    Map<String, String> again = walk.redirect(request, ada, Decision.deny());
    assertThat(again).containsEntry("prompt", "none").containsKey("code");
    assertThat(walk.tokens(Walk.exchange(Walk.code(again)))).doesNotContain("refresh_token");
  }

  @Test
  void secondConsent_withPrompt_bringsAnother_andTheFirstStays() {
    String first = Forms.field(exchanged(ada), "refresh_token");
    String second = Forms.field(exchanged(ada), "refresh_token");
    assertThat(second).isNotEmpty().isNotEqualTo(first);
    walk.tokens(Walk.refresh(first));
    assertThat(google.liveRefreshTokens(ada, GoogleEmulator.CLIENT)).isEqualTo(2);
  }

  @Test
  void onlineAccess_bringsNoRefreshToken() {
    request.remove("access_type");
    assertThat(exchanged(ada)).doesNotContain("refresh_token");
  }

  @Test
  void moreScopes_areAskedFor_andJoinTheFormerIfWanted() {
    request.put("scope", Scopes.DRIVE_READONLY);
    exchanged(ada);
    request.remove("prompt");
    request.put("scope", Scopes.DRIVE_APPDATA);
    assertThat(exchanged(ada)).contains("drive.readonly", "drive.appdata");
    request.put("scope", Scopes.DRIVE_FILE);
    request.put("include_granted_scopes", "false");
    assertThat(Forms.field(exchanged(ada), "scope")).isEqualTo(Scopes.DRIVE_FILE);
  }

  @Test
  void account_isChosen_unlessTheHintNamesIt() {
    assertThat(walk.authorize(request).body()).contains("ada@example.org", "bob@gmail.com");
    request.put("login_hint", "bob@gmail.com");
    assertThat(walk.authorize(request).body())
        .contains("<strong>bob@gmail.com</strong>")
        .doesNotContain("ada@example.org");
    request.put("prompt", "consent select_account");
    assertThat(walk.authorize(request).body()).contains("ada@example.org");
  }

  @Test
  void domain_limitsTheChoice() {
    request.put("hd", "example.org");
    assertThat(walk.authorize(request).body()).doesNotContain("bob@gmail.com");
  }

  @Test
  void promptNone_asksNobody() {
    request.put("prompt", "none");
    assertThat(location(request)).contains("error=login_required");
    request.put("login_hint", ada.sub());
    assertThat(location(request)).contains("error=consent_required");
    google.grant(ada, "email", Scopes.DRIVE);
    assertThat(location(request)).contains("&code=");
  }

  private static String location(Map<String, String> request) {
    return walk.authorize(request).headers().firstValue("Location").orElseThrow();
  }

  @Test
  void pages_haveNoScript_andAreNotFramed() {
    HttpResponse<String> page = walk.authorize(request);
    assertThat(page.body()).doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void consent_fromAnotherBrowser_isForged() {
    request.put("login_hint", ada.sub());
    HttpResponse<String> page = walk.authorize(request);
    HttpResponse<String> forged =
        walk.http().send("POST", "o/oauth2/v2/auth/consent", yes(page), "Content-Type", Forms.TYPE);
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.headers().firstValue("Location")).isEmpty();
    assertThat(answer(cookie(page), yes(page)).statusCode()).isEqualTo(302);
    assertThat(answer(cookie(page), yes(page)).statusCode()).as("a second time").isEqualTo(403);
  }

  private static String yes(HttpResponse<String> page) {
    String attempt = page.body().replaceFirst("(?s).*name=\"attempt\" value=\"([^\"]+)\".*", "$1");
    return "attempt=" + attempt + "&account=" + ada.sub() + "&answer=allow&scope=" + Scopes.DRIVE;
  }

  private static String cookie(HttpResponse<String> page) {
    return page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static HttpResponse<String> answer(String cookies, String form) {
    return walk.http()
        .send(
            "POST",
            "o/oauth2/v2/auth/consent",
            form,
            "Content-Type",
            Forms.TYPE,
            "Cookie",
            cookies);
  }

  @Test
  void tabs_ofOneBrowser_doNotDisturbEachOther() {
    request.put("login_hint", ada.sub());
    HttpResponse<String> first = walk.authorize(request);
    HttpResponse<String> second = walk.authorize(request);
    String cookies = cookie(second) + "; " + cookie(first);
    assertThat(answer(cookies, yes(first)).statusCode()).isEqualTo(302);
    assertThat(answer(cookies, yes(second)).statusCode()).isEqualTo(302);
  }

  @Test
  void consent_toAWrongRequest_tellsThePage() {
    request.put("scope", "nonsense");
    assertThatThrownBy(() -> walk.redirect(request, ada, Decision.allow()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("invalid_scope");
  }

  private String exchanged(GoogleAccount account) {
    Map<String, String> back = walk.redirect(request, account, Decision.allow());
    return walk.tokens(Walk.exchange(Walk.code(back)));
  }
}
