package dev.davit.onedrive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers of the token endpoint with an id token that is right but for one claim, which the
 * emulated Microsoft itself never gives.
 */
final class ForeignTokens {
  /** The one that is right. */
  static final String NONE = "right id token";

  private static final String FAR = "9999999999";

  private static final String ANSWER =
      "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"access\","
          + "\"refresh_token\":\"refresh\",\"id_token\":\"%s\",\"client_info\":\"e30\"}";

  private ForeignTokens() {}

  /** By what is wrong, in order. */
  static Map<String, Fault> of(MicrosoftAccount account) {
    Map<String, Fault> answers = new LinkedHashMap<>();
    answers.put(NONE, with(account, "aud", quoted(MicrosoftEmulator.CLIENT.id())));
    answers.put("another's audience", with(account, "aud", quoted("another")));
    answers.put(
        "another issuer",
        with(account, "iss", quoted("https://issuer.example/" + account.tenant().id() + "/v2.0")));
    answers.put("another tenant", with(account, "tid", quoted(account.oid())));
    answers.put("an end that is over", with(account, "exp", "1"));
    return answers;
  }

  /** Not signed: what comes from the token endpoint itself is not looked at for that. */
  private static Fault with(MicrosoftAccount account, String claim, String value) {
    String tenant = account.tenant().id();
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", quoted("https://login.microsoftonline.com/" + tenant + "/v2.0"));
    claims.put("aud", quoted(MicrosoftEmulator.CLIENT.id()));
    claims.put("tid", quoted(tenant));
    claims.put("oid", quoted(account.oid()));
    claims.put("exp", FAR);
    claims.put(claim, value);
    return Fault.answer(200, "application/json", ANSWER.formatted(token(claims)))
        .at(OAuthTests.TOKEN);
  }

  private static String token(Map<String, String> claims) {
    String json =
        claims.entrySet().stream()
            .map(claim -> quoted(claim.getKey()) + ":" + claim.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".x";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
