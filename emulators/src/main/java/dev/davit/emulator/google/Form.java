package dev.davit.emulator.google;

import dev.davit.emulator.oauth.FormFields;
import dev.davit.emulator.oauth.MalformedForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/** The parameters of a request, refused in Google's words. */
final class Form extends FormFields {
  private Form(String encoded) {
    super(encoded);
  }

  /** Those of an address. */
  static Form ofQuery(HttpServletRequest request) {
    return parsed(queryOf(request));
  }

  /**
   * Those of a body, which must be a form; the address must have none (RFC 6749, 2.3.1 and 3.2).
   */
  static Form ofBody(HttpServletRequest request) throws IOException {
    if (!isForm(request)) {
      throw OAuthError.invalidRequest("The body must be " + TYPE + ".");
    }
    if (request.getQueryString() != null) {
      throw OAuthError.invalidRequest("The parameters must be in the body.");
    }
    return parsed(bodyOf(request));
  }

  private static Form parsed(String encoded) {
    try {
      return new Form(encoded);
    } catch (MalformedForm e) {
      throw OAuthError.invalidRequest(
          e.repeated().isEmpty()
              ? "Malformed percent-encoding."
              : "OAuth 2 parameters can only have a single value: " + e.repeated());
    }
  }

  @Override
  protected OAuthError missing(String name) {
    return OAuthError.invalidRequest("Missing required parameter: " + name);
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
  void allowOnly(Set<String> allowed) {
    names().stream()
        .filter(name -> !allowed.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw OAuthError.invalidRequest(
                  "Parameter not allowed for this message type: " + name);
            });
  }
}
