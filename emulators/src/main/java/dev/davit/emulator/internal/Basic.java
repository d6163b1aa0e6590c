package dev.davit.emulator.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client sent to log in.
 *
 * @param login before the first colon
 * @param password after it
 */
public record Basic(String login, String password) {
  private static final String SCHEME = "basic ";

  /** The request's Basic credentials in UTF-8 (RFC 7617), if it has some that can be read. */
  public static Optional<Basic> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return decoded(header.substring(SCHEME.length()).strip());
  }

  private static Optional<Basic> decoded(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Basic(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return login;
  }
}
