package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import dev.davit.emulator.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client's way through the identity platform, each step of which can be spoiled. */
final class StsWalk {
  static final String REDIRECT = "http://localhost:8080/api/cloud/oauth/callback/onedrive";
  static final String VERIFIER = "v".repeat(64);

  private final MicrosoftEmulator microsoft;
  private final Http http;
  private final String tenant;

  StsWalk(MicrosoftEmulator microsoft, String tenant) {
    this.microsoft = microsoft;
    this.tenant = tenant;
    http = Http.anonymous(microsoft.url());
  }

  StsWalk at(String newTenant) {
    return new StsWalk(microsoft, newTenant);
  }

  /** All that a careful client sends to the authorization endpoint. */
  static Map<String, String> authorization() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", MicrosoftEmulator.CLIENT.id());
    fields.put("redirect_uri", REDIRECT);
    fields.put("response_type", "code");
    fields.put("response_mode", "query");
    fields.put("scope", "openid profile offline_access Files.ReadWrite");
    fields.put("prompt", "select_account");
    fields.put("state", "st&te");
    fields.put("client_info", "1");
    fields.put("code_challenge", Forms.challenge(VERIFIER));
    fields.put("code_challenge_method", "S256");
    return fields;
  }

  static Map<String, String> authorization(String name, String value) {
    Map<String, String> fields = authorization();
    fields.put(name, value);
    return fields;
  }

  URI uri(Map<String, String> authorization) {
    return microsoft
        .url()
        .resolve(tenant + "/oauth2/v2.0/authorize?" + Forms.encoded(authorization));
  }

  HttpResponse<String> authorize(Map<String, String> authorization) {
    return http.get(uri(authorization).toString());
  }

  /** What the redirect brings when this account says this. */
  Map<String, String> redirect(
      Map<String, String> authorization, MicrosoftAccount account, Decision decision) {
    return Forms.parameters(microsoft.consent(uri(authorization), account, decision));
  }

  String code(Map<String, String> authorization, MicrosoftAccount account) {
    return String.valueOf(redirect(authorization, account, Decision.ACCEPT).get("code"));
  }

  String code(MicrosoftAccount account) {
    return code(authorization(), account);
  }

  static Map<String, String> exchange(String code) {
    Map<String, String> fields = withClient("authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", REDIRECT);
    fields.put("code_verifier", VERIFIER);
    return fields;
  }

  static Map<String, String> refresh(String token) {
    Map<String, String> fields = withClient("refresh_token");
    fields.put("refresh_token", token);
    return fields;
  }

  private static Map<String, String> withClient(String grantType) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", MicrosoftEmulator.CLIENT.id());
    fields.put("client_secret", MicrosoftEmulator.CLIENT.secret());
    fields.put("grant_type", grantType);
    return fields;
  }

  /** Posts a form to the token endpoint. */
  HttpResponse<String> token(Map<String, String> fields, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = Forms.TYPE;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return http.send("POST", tenant + "/oauth2/v2.0/token", Forms.encoded(fields), all);
  }

  /** Posts a form to the token endpoint, and it is answered with tokens. */
  String tokens(Map<String, String> fields) {
    HttpResponse<String> answer = token(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Posts a form to the token endpoint, and it is refused so. */
  void refused(Map<String, String> fields, String error, int number) {
    HttpResponse<String> answer = token(fields);
    assertThat(Forms.field(answer.body(), "error")).as(answer.body()).isEqualTo(error);
    assertThat(answer.body()).contains("\"error_codes\":[" + number + "]");
  }

  Http http() {
    return http;
  }
}
