package dev.davit.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's redirect brought back, untrusted.
 *
 * @param provider the one in the path
 * @param state the parameter {@code state}
 * @param code the parameter {@code code}
 * @param error the parameter {@code error}
 * @param issuer the parameter {@code iss}
 */
public record Returned(
    ProviderId provider,
    Secret state,
    @Nullable Secret code,
    @Nullable String error,
    @Nullable String issuer) {
  /**
   * The parameters of a query: each may be there once, and one without a value is as one that is
   * not there (RFC 6749, 3.1).
   */
  public static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = decoded(parts.length == 2 ? parts[1] : "");
      if (!pair.isEmpty() && parameters.put(decoded(parts[0]), value) != null) {
        throw unreadable();
      }
    }
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static CloudException unreadable() {
    return new CloudException(
        ErrorKind.INVALID_REQUEST, "What the provider sent can't be read. Start again.");
  }
}
