package dev.davit.emulator;

import dev.davit.emulator.oauth.Challenge;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What clients of OAuth send and get, in parts that can be spoiled and looked at. */
public final class Forms {
  public static final String TYPE = "application/x-www-form-urlencoded";

  private Forms() {}

  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What a redirect brings. */
  public static Map<String, String> parameters(URI redirect) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : redirect.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** A text of a flat JSON object; empty when it is not there. */
  public static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
    return matcher.find() ? matcher.group(1).replace("\\/", "/") : "";
  }

  /** The S256 of a verifier. */
  public static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Challenge.sha256(verifier));
  }

  /** What a part of a token says, as JSON. */
  public static String part(String token, int number) {
    String part = token.split("\\.", -1)[number];
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
