package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Forms;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users see, and what the client gets of it. */
class LoginTest extends MicrosoftBench {
  private static final String STRICT = "0b7e0000-0000-4000-8000-00000000000a";

  /** Somebody whom nobody has asked for anything. */
  private static MicrosoftAccount somebody(String name) {
    return microsoft.addAccount(name + "@example.org");
  }

  @Test
  void accept_bringsACode_stateAndClientInfo_asAsked() {
    Map<String, String> personal = walk.redirect(StsWalk.authorization(), ada, Decision.ACCEPT);
    Map<String, String> work = walk.redirect(StsWalk.authorization(), bob, Decision.ACCEPT);

    assertThat(personal).containsOnlyKeys("code", "client_info", "state");
    assertThat(work).containsOnlyKeys("code", "client_info", "session_state", "state");
    assertThat(personal).containsEntry("state", "st&te");
    assertThat(Forms.part(String.valueOf(personal.get("client_info")), 0))
        .isEqualTo(
            "{\"uid\":\"" + ada.oid() + "\",\"utid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\"}");
  }

  @Test
  void cancel_isAccessDenied_withAADSTS65004() {
    MicrosoftAccount eve = microsoft.addAccount("eve@contoso.example", contoso);
    Map<String, String> back = walk.redirect(StsWalk.authorization(), eve, Decision.CANCEL);

    assertThat(back)
        .containsEntry("error", "access_denied")
        .containsEntry("error_subcode", "cancel")
        .containsEntry("state", "st&te")
        .doesNotContainKey("code");
    assertThat(back.get("error_description")).startsWith("AADSTS65004: User declined to consent");
  }

  @Test
  void cancel_ofAPersonalAccount_isAccessDenied_withoutANumber() {
    Map<String, String> back =
        walk.redirect(StsWalk.authorization(), somebody("eva"), Decision.CANCEL);
    assertThat(back)
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st&te")
        .containsOnlyKeys("error", "error_description", "state");
    assertThat(back.get("error_description")).startsWith("The user has denied access");
  }

  @Test
  void consent_isAskedOnce_thenOnlyForMore_orWhenTheClientWantsIt() {
    MicrosoftAccount fay = somebody("fay");
    Map<String, String> hinted = StsWalk.authorization("login_hint", fay.email());
    hinted.remove("prompt");

    assertThat(walk.authorize(hinted).body()).contains("Let this app access your info?");
    walk.code(hinted, fay);
    assertThat(walk.authorize(hinted).statusCode()).isEqualTo(302);
    hinted.put("scope", "openid profile offline_access files.readwrite.all");
    assertThat(walk.authorize(hinted).body())
        .contains("<li class=\"permission\">Files.ReadWrite.All</li>");
    hinted.put("scope", "Files.ReadWrite");
    hinted.put("prompt", "consent");
    assertThat(walk.authorize(hinted).body()).contains("id=\"accept\"", "id=\"cancel\"");
  }

  @Test
  void loginHint_picksTheAccount_selectAccount_showsAll() {
    Map<String, String> fields = StsWalk.authorization("login_hint", bob.email());
    assertThat(walk.authorize(fields).body()).contains("Pick an account", ada.oid(), bob.oid());
    fields.put("prompt", "login");
    assertThat(walk.authorize(fields).body()).contains(bob.oid()).doesNotContain(ada.oid());
    fields.put("prompt", "consent");
    assertThat(walk.authorize(fields).body()).contains("Permissions requested", bob.email());
  }

  @ParameterizedTest
  @CsvSource({"'',interaction_required,16000", "gus@example.org,interaction_required,65001"})
  void promptNone_showsNoPage(String hint, String error, int number) {
    if (!hint.isEmpty()) {
      microsoft.addAccount(hint);
    }
    Map<String, String> fields = StsWalk.authorization("prompt", "none");
    fields.put("login_hint", hint);
    HttpResponse<String> answer = walk.authorize(fields);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains("error=" + error, "AADSTS" + number);
  }

  @Test
  void promptNone_afterConsent_bringsACode() {
    MicrosoftAccount hal = somebody("hal");
    walk.code(hal);
    Map<String, String> fields = StsWalk.authorization("prompt", "none");
    fields.put("login_hint", hal.email());
    assertThat(walk.authorize(fields).headers().firstValue("Location").orElseThrow())
        .contains("?code=M.C");
  }

  @ParameterizedTest
  @CsvSource({
    "organizations,ada,500200",
    "contoso.example,ada,50020",
    "consumers,bob,50020",
    "other.example,bob,50020"
  })
  void account_mustFitTheTenant_orIsToldOnAPage(String tenant, String who, int number) {
    if (tenant.startsWith("other")) {
      microsoft.addTenant(tenant);
    }
    MicrosoftAccount account = who.equals("ada") ? ada : bob;
    assertThatThrownBy(
            () -> walk.at(tenant).redirect(StsWalk.authorization(), account, Decision.ACCEPT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AADSTS" + number);
  }

  @Test
  void personalAccount_isNotForAnApplicationOfWorkAccounts() {
    String id = "0b7e0000-0000-4000-8000-00000000000b";
    microsoft.register(MicrosoftClient.of(id, "s").audience(Audience.ANY_TENANT));
    Map<String, String> fields = StsWalk.authorization("client_id", id);
    assertThatThrownBy(() -> walk.redirect(fields, ada, Decision.ACCEPT))
        .hasMessageContaining("AADSTS500200");
    assertThat(walk.redirect(fields, bob, Decision.ACCEPT)).containsKey("code");
  }

  @Test
  void adminConsent_isForTheAdministrator_usersCanOnlyGoBack() {
    MicrosoftClient client = MicrosoftClient.of(STRICT, "s").needingAdminConsent();
    microsoft.register(client);
    Map<String, String> fields = StsWalk.authorization("client_id", STRICT);

    Map<String, String> back = walk.redirect(fields, bob, Decision.ACCEPT);
    microsoft.consentAsAdmin(bob, client, "openid", "profile", "offline_access", "Files.ReadWrite");

    assertThat(back).containsEntry("error", "access_denied");
    assertThat(back.get("error_description")).startsWith("AADSTS90094: ");
    assertThat(walk.redirect(fields, bob, Decision.ACCEPT)).containsKey("code");
    assertThat(walk.redirect(fields, ada, Decision.ACCEPT)).containsKey("code");
  }

  @Test
  void formPost_isAPageThatPostsToTheClient() {
    MicrosoftAccount ivy = somebody("ivy");
    walk.code(ivy);
    Map<String, String> fields = StsWalk.authorization("response_mode", "form_post");
    fields.put("prompt", "none");
    fields.put("login_hint", ivy.email());
    assertThat(walk.authorize(fields).body())
        .contains("action=\"" + StsWalk.REDIRECT + "\"", "name=\"code\" value=\"M.C")
        .contains("name=\"state\" value=\"st&amp;te\"", "id=\"continue\"");
  }

  @Test
  void fragment_isBehindTheAddress() {
    Map<String, String> fields = StsWalk.authorization("response_mode", "fragment");
    fields.put("scope", "nonsense");
    assertThat(walk.authorize(fields).headers().firstValue("Location").orElseThrow())
        .startsWith(StsWalk.REDIRECT + "#error=invalid_scope&");
  }

  @Test
  void localhost_mayHaveAnyPort() {
    String id = "0b7e0000-0000-4000-8000-00000000000c";
    microsoft.register(MicrosoftClient.of(id, "s").redirectingTo("http://localhost/cb"));
    Map<String, String> fields = StsWalk.authorization("client_id", id);
    fields.put("redirect_uri", "http://localhost:8091/cb");
    assertThat(walk.redirect(fields, ada, Decision.ACCEPT)).containsKey("code");
  }

  @Test
  void page_isBoundToItsBrowser_andAnsweredOnce() {
    HttpResponse<String> page = walk.authorize(StsWalk.authorization());
    Matcher attempt = Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(attempt.find()).isTrue();
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    assertThat(cookie).startsWith("esctx-");
    String form = "answer=accept&account=" + ada.oid() + "&attempt=" + attempt.group(1);

    assertThat(answer(form).body()).contains("id=\"error\"");
    assertThat(answer(form, "Cookie", cookie).statusCode()).isEqualTo(302);
    assertThat(answer(form, "Cookie", cookie).body()).contains("id=\"error\"");
  }

  private static HttpResponse<String> answer(String form, String... cookie) {
    String[] headers = new String[cookie.length + 2];
    headers[0] = "Content-Type";
    headers[1] = Forms.TYPE;
    System.arraycopy(cookie, 0, headers, 2, cookie.length);
    return walk.http().send("POST", "common/Consent/Set", form, headers);
  }
}
