package dev.davit.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server's redirect has in its query.
 *
 * @param state as it was sent
 * @param code null if the user denied
 * @param error null if the user allowed
 * @param issuer null where the server does not say it
 */
public record OAuthReturn(
    Secret state, @Nullable Secret code, @Nullable String error, @Nullable String issuer) {
  /** What is in the query of an address to which a server has sent a browser back. */
  public static OAuthReturn of(URI redirect) {
    Map<String, String> query = query(redirect);
    String code = query.get("code");
    return new OAuthReturn(
        new Secret(query.getOrDefault("state", "")),
        code == null ? null : new Secret(code),
        query.get("error"),
        query.get("iss"));
  }

  /**
   * The parameters of an address.
   *
   * @throws AssertionError if one is there twice
   */
  static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts.length == 2 ? parts[1] : "", UTF_8);
      if (query.put(URLDecoder.decode(parts[0], UTF_8), value) != null) {
        throw new AssertionError("the parameter " + parts[0] + " is there twice");
      }
    }
    return query;
  }
}
