package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Forms;
import dev.davit.emulator.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on demand. */
class StsFaultsTest extends MicrosoftBench {
  private String token;

  @BeforeEach
  void grant() {
    token = microsoft.grant(ada, Scopes.FILES_READ).refresh();
  }

  private HttpResponse<String> refresh() {
    return walk.token(StsWalk.refresh(token));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusal_canBeHadOnce_byName(AadSts what) {
    String name = what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    command("token-" + name);

    HttpResponse<String> answer = refresh();

    assertThat(answer.statusCode()).isEqualTo(what.status());
    assertThat(Forms.field(answer.body(), "error")).isEqualTo(what.error());
    assertThat(Forms.field(answer.body(), "error_codes")).isEqualTo("[" + what.number() + "]");
    assertThat(Forms.field(answer.body(), "suberror")).isEqualTo(what.suberror());
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_GRANT,invalid_grant,70000,400",
    "EXPIRED,invalid_grant,70008,400",
    "INACTIVE,invalid_grant,700082,400",
    "REVOKED,invalid_grant,50173,400",
    "NO_CONSENT,invalid_grant,65001,400",
    "MFA_REQUIRED,interaction_required,50076,400",
    "MFA_ENROLLMENT_REQUIRED,interaction_required,50079,400",
    "BLOCKED_BY_POLICY,interaction_required,53003,400",
    "CONSENT_REQUIRED,consent_required,65001,400",
    "LOGIN_REQUIRED,login_required,50058,400",
    "WRONG_SECRET,invalid_client,7000215,401",
    "SECRET_EXPIRED,invalid_client,7000222,401",
    "UNKNOWN_CLIENT,unauthorized_client,700016,400",
    "INVALID_SCOPE,invalid_scope,70011,400",
    "UNAVAILABLE,temporarily_unavailable,90033,503",
    "SERVER_ERROR,server_error,90036,500"
  })
  void classesOfErrors_areTheVendors(AadSts what, String error, int number, int status) {
    assertThat(what.error()).isEqualTo(error);
    assertThat(what.number()).isEqualTo(number);
    assertThat(what.status()).isEqualTo(status);
  }

  @Test
  void errorInsideOk_html_throttled() {
    command("token-error-inside-ok?error=INVALID_GRANT");
    microsoft.faults().inject(MicrosoftFaults.html());
    command("token-throttled?seconds=9");
    microsoft.faults().inject(MicrosoftFaults.oauth(418, "teapot", "Short and stout."));

    HttpResponse<String> inside = refresh();
    assertThat(inside.statusCode()).isEqualTo(200);
    assertThat(inside.body()).contains("\"error\":\"invalid_grant\"");
    assertThat(refresh().body()).startsWith("<!doctype html>");
    HttpResponse<String> throttled = refresh();
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).contains("9");
    assertThat(refresh().body()).contains("teapot");
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void lostAnswer_wasGivenAllTheSame() {
    long before = microsoft.refreshes();
    microsoft.faults().inject(MicrosoftFaults.lost());
    assertThatThrownBy(this::refresh).isInstanceOf(UncheckedIOException.class);
    assertThat(microsoft.refreshes() - before).isEqualTo(1);
  }

  @Test
  void commands_forPeople() {
    command("tenant?domain=fabrikam.example");
    command("account?email=nic@example.org");
    command("account?email=olga@fabrikam.example%26domain=fabrikam.example".replace("%26", "&"));
    command("rotation?mode=NONE");
    assertThat(Forms.field(refresh().body(), "refresh_token")).isEmpty();
    command("rotation?mode=KEEPS_OLD");
    command("withdraw-consent?email=ada@example.org");
    assertThat(refresh().body()).contains("scopes requested are unauthorized or expired");
    command("revoke?email=ada@example.org");
    assertThat(refresh().body()).contains("AADSTS70000");
    command("advance?seconds=" + Duration.ofDays(1).toSeconds());
    assertThat(walk.authorize(StsWalk.authorization()).body())
        .contains("nic@example.org", "olga@fabrikam.example");
    assertThat(post("account?email=ada@example.org").statusCode()).isEqualTo(400);
    assertThat(Http.anonymous(microsoft.url()).get("emulator/").body())
        .contains("token-mfa-required", "interaction_required (AADSTS50076)", "expire");
  }

  private static void command(String what) {
    HttpResponse<String> answer = post(what);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static HttpResponse<String> post(String what) {
    return Http.anonymous(microsoft.url()).send("POST", "emulator/" + what, "");
  }
}
