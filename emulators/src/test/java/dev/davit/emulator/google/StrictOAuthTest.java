package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken request for each rule, which must be refused as the vendor does. */
class StrictOAuthTest extends GoogleBench {
  @BeforeAll
  static void register() {
    google.register(GoogleClient.of("other", "secret").redirectingTo("https://app.example/cb"));
    google.register(GoogleClient.of("files", "secret").scopedTo("openid", Scopes.DRIVE_FILE));
  }

  /**
   * A request that is right but for one thing.
   *
   * @param spoil what is done to it
   */
  record Row(String rule, Consumer<Map<String, String>> spoil, int status, String error) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Row without(String name, int status, String error) {
    return new Row("without " + name, fields -> fields.remove(name), status, error);
  }

  private static Row with(String name, String value, int status, String error) {
    return new Row(name + "=" + value, fields -> fields.put(name, value), status, error);
  }

  static List<Row> authorizations() {
    return List.of(
        without("client_id", 400, "invalid_request"),
        without("redirect_uri", 400, "invalid_request"),
        without("response_type", 400, "invalid_request"),
        without("scope", 400, "invalid_request"),
        without("code_challenge", 400, "invalid_request"),
        with("client_id", "nobody", 401, "invalid_client"),
        with("client_id", "other", 400, "redirect_uri_mismatch"),
        with("client_id", "files", 400, "invalid_scope"),
        with("redirect_uri", "https://evil.example/", 400, "redirect_uri_mismatch"),
        with("redirect_uri", "http://localhost.evil.example/", 400, "redirect_uri_mismatch"),
        with("redirect_uri", "http://localhost/cb#x", 400, "redirect_uri_mismatch"),
        new Row("a slash too many", StrictOAuthTest::slashed, 400, "redirect_uri_mismatch"),
        with("response_type", "token", 400, "unsupported_response_type"),
        with("scope", Scopes.DRIVE + ".nonsense", 400, "invalid_scope"),
        with("access_type", "always", 400, "invalid_request"),
        with("prompt", "auto", 400, "invalid_request"),
        with("prompt", "none consent", 400, "invalid_request"),
        with("approval_prompt", "force", 400, "invalid_request"),
        with("include_granted_scopes", "yes", 400, "invalid_request"),
        with("code_challenge_method", "S512", 400, "invalid_request"),
        with("code_challenge", "short", 400, "invalid_request"),
        with("verifier", "x", 400, "invalid_request"),
        with("state", "one&state=two", 400, "invalid_request"));
  }

  private static void slashed(Map<String, String> fields) {
    fields.put("client_id", "other");
    fields.put("redirect_uri", "https://app.example/cb/");
  }

  @ParameterizedTest
  @MethodSource("authorizations")
  void authorization_isRefusedOnAPage_notAtTheClient(Row row) {
    Map<String, String> fields = Walk.authorization();
    row.spoil().accept(fields);
    String uri = walk.uri(fields).toString().replace("one%26state%3Dtwo", "one&state=two");
    HttpResponse<String> page = walk.http().get(uri);
    assertThat(page.statusCode()).isEqualTo(row.status());
    assertThat(page.body()).contains("Error " + row.status() + ": " + row.error());
    assertThat(page.headers().firstValue("Location")).isEmpty();
  }

  static List<Row> exchanges() {
    return List.of(
        without("client_id", 400, "invalid_request"),
        without("client_secret", 400, "invalid_request"),
        without("grant_type", 400, "invalid_request"),
        without("code", 400, "invalid_request"),
        without("redirect_uri", 400, "invalid_request"),
        without("code_verifier", 400, "invalid_grant"),
        with("client_id", "nobody", 401, "invalid_client"),
        with("client_secret", "wrong", 401, "invalid_client"),
        with("grant_type", "password", 400, "unsupported_grant_type"),
        with("code", "4/nonsense", 400, "invalid_grant"),
        with("redirect_uri", Walk.REDIRECT + "/", 400, "redirect_uri_mismatch"),
        with("code_verifier", "w".repeat(64), 400, "invalid_grant"),
        with("access_type", "offline", 400, "invalid_request"),
        new Row("another client's code", StrictOAuthTest::ofOther, 400, "invalid_grant"));
  }

  private static void ofOther(Map<String, String> fields) {
    fields.put("client_id", "other");
    fields.put("client_secret", "secret");
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void exchange_isRefused(Row row) {
    Map<String, String> fields = Walk.exchange(walk.code(ada));
    row.spoil().accept(fields);
    assertRefused(row, walk.post("token", fields));
  }

  static List<Row> refreshes() {
    return List.of(
        without("client_id", 400, "invalid_request"),
        without("client_secret", 400, "invalid_request"),
        without("refresh_token", 400, "invalid_request"),
        with("client_secret", "wrong", 401, "invalid_client"),
        with("refresh_token", "1//nonsense", 400, "invalid_grant"),
        with("scope", Scopes.DRIVE_APPDATA, 400, "invalid_scope"),
        with("redirect_uri", Walk.REDIRECT, 400, "invalid_request"),
        new Row("another client's token", StrictOAuthTest::ofOther, 401, "unauthorized_client"));
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void refresh_isRefused(Row row) {
    Map<String, String> fields = Walk.refresh(google.grant(ada, Scopes.DRIVE).refresh());
    row.spoil().accept(fields);
    assertRefused(row, walk.post("token", fields));
  }

  static List<Row> revocations() {
    return List.of(
        without("token", 400, "invalid_request"),
        with("token", "nonsense", 400, "invalid_token"),
        with("client_id", "x", 400, "invalid_request"));
  }

  @ParameterizedTest
  @MethodSource("revocations")
  void revocation_isRefused(Row row) {
    Map<String, String> fields =
        new HashMap<>(Map.of("token", google.grant(ada, Scopes.DRIVE).refresh()));
    row.spoil().accept(fields);
    assertRefused(row, walk.post("revoke", fields));
  }

  private static void assertRefused(Row row, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
    assertThat(Forms.field(answer.body(), "error")).isEqualTo(row.error());
  }

  @Test
  void tokenEndpoint_takesFormsByPostOnly() {
    Map<String, String> fields = Walk.refresh(google.grant(ada, Scopes.DRIVE).refresh());
    String form = Forms.encoded(fields);
    assertThat(walk.http().get("token?" + form).statusCode()).isEqualTo(405);
    HttpResponse<String> inAddress =
        walk.http().send("POST", "token?" + form, "", "Content-Type", Forms.TYPE);
    assertThat(inAddress.body()).contains("invalid_request");
    HttpResponse<String> asJson =
        walk.http().send("POST", "token", "{}", "Content-Type", "application/json");
    assertThat(asJson.body()).contains("invalid_request");
  }

  @Test
  void parameter_sentTwice_isRefused() {
    String form = Forms.encoded(Walk.refresh(google.grant(ada, Scopes.DRIVE).refresh()));
    HttpResponse<String> twice =
        walk.http()
            .send("POST", "token", form + "&grant_type=refresh_token", "Content-Type", Forms.TYPE);
    assertThat(twice.body()).contains("invalid_request").contains("single value");
  }
}
