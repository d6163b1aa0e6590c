package dev.davit.emulator.google;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a request, each at most once; those without a value count as omitted (RFC 6749,
 * 3.1 and 3.2).
 *
 * @param fields by name
 */
record Form(Map<String, String> fields) {
  private static final String TYPE = "application/x-www-form-urlencoded";
  private static final int LARGEST = 64 * 1024;

  /** Those of an address. */
  static Form ofQuery(HttpServletRequest request) {
    String query = request.getQueryString();
    return parsed(query == null ? "" : query);
  }

  /**
   * Those of a body, which must be a form; the address must have none (RFC 6749, 2.3.1 and 3.2).
   */
  static Form ofBody(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
      throw OAuthError.invalidRequest("The body must be " + TYPE + ".");
    }
    if (request.getQueryString() != null) {
      throw OAuthError.invalidRequest("The parameters must be in the body.");
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST);
    return parsed(new String(body, StandardCharsets.UTF_8));
  }

  static Form parsed(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      add(pair, fields);
    }
    return new Form(fields);
  }

  private static void add(String pair, Map<String, String> fields) {
    int equals = pair.indexOf('=');
    if (equals < 0 || equals == pair.length() - 1) {
      return;
    }
    String name = decoded(pair.substring(0, equals));
    if (fields.put(name, decoded(pair.substring(equals + 1))) != null) {
      throw OAuthError.invalidRequest("OAuth 2 parameters can only have a single value: " + name);
    }
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthError.invalidRequest("Malformed percent-encoding.");
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Empty when it was omitted. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  String require(String name) {
    if (!has(name)) {
      throw OAuthError.invalidRequest("Missing required parameter: " + name);
    }
    return get(name);
  }

  /** One of these, or omitted. */
  String choice(String name, Set<String> values) {
    String value = get(name);
    if (has(name) && !values.contains(value)) {
      throw OAuthError.invalidRequest(
          "Invalid parameter value for " + name + ": '" + value + "' is not valid");
    }
    return value;
  }

  /**
   * Refuses any other parameter, as Google does although RFC 6749, 3.1, would have it ignored
   * (github.com/openid/AppAuth-iOS/issues/207).
   */
  void allowOnly(Set<String> names) {
    fields.keySet().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw OAuthError.invalidRequest(
                  "Parameter not allowed for this message type: " + name);
            });
  }

  /** Only the names: values are secrets. */
  @Override
  public String toString() {
    return fields.keySet().toString();
  }
}
