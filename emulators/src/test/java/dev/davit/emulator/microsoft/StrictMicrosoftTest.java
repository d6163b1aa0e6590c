package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken request for each rule, which must be refused as the vendor does. */
class StrictMicrosoftTest extends MicrosoftBench {
  private static final String WORK = "0b7e0000-0000-4000-8000-000000000001";
  private static final String PERSONAL = "0b7e0000-0000-4000-8000-000000000002";
  private static final String OWN = "0b7e0000-0000-4000-8000-000000000003";
  private static final String EXACT = "0b7e0000-0000-4000-8000-000000000004";
  private static final String OLD = "0b7e0000-0000-4000-8000-000000000005";

  @BeforeAll
  static void register() {
    microsoft.register(MicrosoftClient.of(WORK, "s").audience(Audience.ANY_TENANT));
    microsoft.register(MicrosoftClient.of(PERSONAL, "s").audience(Audience.PERSONAL));
    microsoft.register(MicrosoftClient.of(OWN, "s").audience(Audience.OWN_TENANT).home(contoso));
    microsoft.register(
        MicrosoftClient.of(EXACT, "s")
            .redirectingTo("https://app.example/cb", "http://localhost/cb"));
    microsoft.register(MicrosoftClient.of(OLD, "s").withSecretExpired());
  }

  /**
   * A request that is right but for one thing.
   *
   * @param spoil what is done to it
   */
  record Row(String rule, Consumer<Map<String, String>> spoil, String error, int number) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Row without(String name, String error, int number) {
    return new Row("without " + name, fields -> fields.remove(name), error, number);
  }

  private static Row with(String name, String value, String error, int number) {
    return new Row(name + "=" + value, fields -> fields.put(name, value), error, number);
  }

  static List<Row> pages() {
    return List.of(
        without("client_id", "", 900144),
        without("redirect_uri", "", 900971),
        with("client_id", "nobody", "", 700016),
        with("client_id", OWN, "", 50194),
        with("client_id", PERSONAL, "", 9002331),
        with("client_id", EXACT, "", 50011),
        with("redirect_uri", "https://evil.example/", "", 50011),
        with("redirect_uri", "http://localhost.evil.example/", "", 50011),
        with("redirect_uri", "http://localhost/cb#x", "", 50011),
        new Row("a slash too many", to("https://app.example/cb/"), "", 50011),
        new Row("a port for what is no localhost", to("https://app.example:1/cb"), "", 50011),
        with("response_mode", "web_message", "", 70007),
        with("resource", "https://graph.microsoft.com", "", 901002),
        with("state", "one&state=two", "", 9000411));
  }

  private static Consumer<Map<String, String>> to(String uri) {
    return fields -> {
      fields.put("client_id", EXACT);
      fields.put("redirect_uri", uri);
    };
  }

  @ParameterizedTest
  @MethodSource("pages")
  void authorization_isRefusedOnAPage_notAtTheClient(Row row) {
    Map<String, String> fields = StsWalk.authorization();
    row.spoil().accept(fields);
    String uri = walk.uri(fields).toString().replace("one%26state%3Dtwo", "one&state=two");
    HttpResponse<String> page = walk.http().get(uri);
    assertThat(page.body()).contains("<p id=\"error\">AADSTS" + row.number() + "</p>");
    assertThat(page.headers().firstValue("Location")).isEmpty();
  }

  static List<Row> redirects() {
    return List.of(
        without("response_type", "invalid_request", 900144),
        without("scope", "invalid_request", 900144),
        without("code_challenge", "invalid_request", 50147),
        with("response_type", "token", "unsupported_response_type", 70005),
        with("scope", "Files.Nonsense", "invalid_scope", 70011),
        with("scope", "https://graph.microsoft.com/openid", "invalid_scope", 70011),
        with("scope", "https://outlook.office.com/Mail.Read", "invalid_scope", 70011),
        with("prompt", "always", "invalid_request", 90023),
        with("prompt", "login consent", "invalid_request", 90023),
        with("code_challenge_method", "S512", "invalid_request", 90023),
        with("code_challenge", "short", "invalid_request", 501491));
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void authorization_isRefusedAtTheClient(Row row) {
    Map<String, String> fields = StsWalk.authorization();
    row.spoil().accept(fields);
    HttpResponse<String> answer = walk.authorize(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location)
        .startsWith(StsWalk.REDIRECT + "?error=" + row.error() + "&")
        .contains("AADSTS" + row.number() + "%3A", "Timestamp%3A", "&state=st%26te");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.example,'',90002",
    "consumers," + WORK + ",9002332",
    "consumers," + OWN + ",9002332",
    "live.com," + WORK + ",9002332",
    "organizations," + PERSONAL + ",9002331",
    "contoso.example," + PERSONAL + ",9002331",
    "organizations," + OWN + ",50194"
  })
  void tenant_mustFitTheApplication(String tenant, String client, int number) {
    String id = client.isEmpty() ? MicrosoftEmulator.CLIENT.id() : client;
    HttpResponse<String> page = walk.at(tenant).authorize(StsWalk.authorization("client_id", id));
    assertThat(page.body()).contains("<p id=\"error\">AADSTS" + number + "</p>");
  }

  @Test
  void applicationOfOneTenant_isUnknownInAnother() {
    Tenant other = microsoft.addTenant("fabrikam.example");
    HttpResponse<String> page =
        walk.at(other.id()).authorize(StsWalk.authorization("client_id", OWN));
    assertThat(page.body()).contains("<p id=\"error\">AADSTS700016</p>");
  }

  @Test
  void unknownParameters_areIgnored_asOfRfc6749() {
    HttpResponse<String> page = walk.authorize(StsWalk.authorization("access_type", "offline"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("class=\"account\"");
  }

  static List<Row> exchanges() {
    return List.of(
        without("client_id", "invalid_request", 900144),
        without("client_secret", "invalid_client", 7000218),
        without("grant_type", "invalid_request", 900144),
        without("code", "invalid_request", 900144),
        without("redirect_uri", "invalid_request", 900144),
        without("code_verifier", "invalid_grant", 501481),
        with("client_id", "nobody", "unauthorized_client", 700016),
        with("client_id", WORK, "invalid_client", 7000215),
        with("client_secret", "wrong", "invalid_client", 7000215),
        with("grant_type", "password", "unsupported_grant_type", 70003),
        with("code", "nonsense", "invalid_grant", 9002313),
        with("code", "M.C540_BAY.2.U.nonsense", "invalid_grant", 70000),
        with("redirect_uri", StsWalk.REDIRECT + "/", "invalid_client", 500112),
        with("code_verifier", "w".repeat(64), "invalid_grant", 501481),
        with("scope", "Files.Nonsense", "invalid_scope", 70011),
        with("scope", "Files.ReadWrite.All", "invalid_grant", 70000),
        with("resource", "https://graph.microsoft.com", "invalid_request", 901002),
        new Row("another client's code", client(EXACT, "s"), "invalid_grant", 70000),
        new Row("a secret that was good", client(OLD, "s"), "invalid_client", 7000222));
  }

  private static Consumer<Map<String, String>> client(String id, String secret) {
    return fields -> {
      fields.put("client_id", id);
      fields.put("client_secret", secret);
    };
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void exchange_isRefusedInTheVendorsShape(Row row) {
    Map<String, String> fields = StsWalk.exchange(walk.code(ada));
    row.spoil().accept(fields);
    HttpResponse<String> answer = walk.token(fields, "client-request-id", "mine");
    assertThat(answer.statusCode()).isEqualTo(row.error().equals("invalid_client") ? 401 : 400);
    assertThat(answer.body())
        .startsWith("{\"error\":\"" + row.error() + "\",")
        .contains("\"AADSTS" + row.number() + ": ", "\\u000d\\u000aTrace ID: ")
        .contains("\"error_codes\":[" + row.number() + "]", "\"correlation_id\":\"mine\"")
        .containsPattern("\"timestamp\":\"[-0-9]{10} [0-9:]{8}Z\",\"trace_id\":\"[-0-9a-f]{36}\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, no-cache");
  }

  static List<Row> refreshes() {
    return List.of(
        without("refresh_token", "invalid_request", 900144),
        with("refresh_token", "nonsense", "invalid_grant", 9002313),
        with("refresh_token", "1.AXoAnonsense", "invalid_grant", 70000),
        with("scope", "Files.Nonsense", "invalid_scope", 70011),
        new Row("another client's token", client(EXACT, "s"), "invalid_grant", 70000));
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void refresh_isRefused(Row row) {
    Map<String, String> fields = StsWalk.refresh(microsoft.grant(ada, "Files.Read").refresh());
    row.spoil().accept(fields);
    walk.refused(fields, row.error(), row.number());
  }

  @Test
  void grant_isJudgedByItsShapeBeforeTheSecret() {
    Map<String, String> fields = StsWalk.exchange("nonsense");
    fields.put("client_secret", "wrong");
    walk.refused(fields, "invalid_grant", 9002313);
  }

  @ParameterizedTest
  @CsvSource({"organizations,400", "contoso.example,400", "consumers,200", "live.com,200"})
  void grantOfAPersonalAccount_isGoodWherePersonalAccountsAre(String tenant, int status) {
    String token = microsoft.grant(ada, "Files.Read").refresh();
    assertThat(walk.at(tenant).token(StsWalk.refresh(token)).statusCode()).isEqualTo(status);
  }

  @Test
  void codeOfAPersonalAccount_isRefusedAtATenant() {
    walk.at("contoso.example").refused(StsWalk.exchange(walk.code(ada)), "invalid_grant", 7000012);
  }

  @Test
  void parameters_mustBeInTheBody_ofAPost_asAForm_onceEach_andOfNoScript() {
    Map<String, String> fields = StsWalk.refresh(microsoft.grant(ada, "Files.Read").refresh());
    String form = Forms.encoded(fields);
    String path = "common/oauth2/v2.0/token";
    String json = "application/json";
    assertThat(walk.http().get(path).body()).contains("AADSTS900561");
    assertThat(walk.http().send("POST", path + "?" + form, "", "Content-Type", Forms.TYPE).body())
        .contains("AADSTS900144");
    assertThat(walk.http().send("POST", path, form, "Content-Type", json).body())
        .contains("AADSTS900144");
    String twice = form + "&grant_type=refresh_token";
    assertThat(walk.http().send("POST", path, twice, "Content-Type", Forms.TYPE).body())
        .contains("AADSTS9000411");
    assertThat(walk.token(fields, "Origin", "https://evil.example").body())
        .contains("AADSTS9002326");
    assertThat(walk.token(fields).statusCode()).isEqualTo(200);
  }
}
