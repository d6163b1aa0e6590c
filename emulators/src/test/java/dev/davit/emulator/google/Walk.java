package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import dev.davit.emulator.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client's way through OAuth, each step of which can be spoiled. */
final class Walk {
  static final String REDIRECT = "http://localhost:8080/api/cloud/oauth/callback/google_drive";
  static final String VERIFIER = "v".repeat(64);

  private final GoogleEmulator google;
  private final Http http;

  Walk(GoogleEmulator google) {
    this.google = google;
    this.http = Http.anonymous(google.url());
  }

  /** All that a careful client sends to the authorization endpoint. */
  static Map<String, String> authorization() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", GoogleEmulator.CLIENT.id());
    fields.put("redirect_uri", REDIRECT);
    fields.put("response_type", "code");
    fields.put("scope", "openid email " + Scopes.DRIVE);
    fields.put("access_type", "offline");
    fields.put("prompt", "consent");
    fields.put("include_granted_scopes", "true");
    fields.put("state", "st&te");
    fields.put("code_challenge", Forms.challenge(VERIFIER));
    fields.put("code_challenge_method", "S256");
    return fields;
  }

  URI uri(Map<String, String> authorization) {
    return google.url().resolve("o/oauth2/v2/auth?" + Forms.encoded(authorization));
  }

  HttpResponse<String> authorize(Map<String, String> authorization) {
    return http.get(uri(authorization).toString());
  }

  /** What the redirect brings when this account says this. */
  Map<String, String> redirect(
      Map<String, String> authorization, GoogleAccount account, Decision decision) {
    return Forms.parameters(google.consent(uri(authorization), account, decision));
  }

  String code(GoogleAccount account) {
    return code(redirect(authorization(), account, Decision.allow()));
  }

  static String code(Map<String, String> redirect) {
    return String.valueOf(redirect.get("code"));
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
    fields.put("client_id", GoogleEmulator.CLIENT.id());
    fields.put("client_secret", GoogleEmulator.CLIENT.secret());
    fields.put("grant_type", grantType);
    return fields;
  }

  /** Posts a form. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    return http.send("POST", path, Forms.encoded(fields), "Content-Type", Forms.TYPE);
  }

  /** Posts a form to the token endpoint, and it is answered with tokens. */
  String tokens(Map<String, String> fields) {
    HttpResponse<String> answer = post("token", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  Http http() {
    return http;
  }
}
