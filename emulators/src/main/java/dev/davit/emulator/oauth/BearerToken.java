package dev.davit.emulator.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a client shows to an API: {@code Authorization: Bearer}, and nothing else; a token in the
 * address is none (RFC 6750, 2.1 and 2.3).
 */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** The token that was sent, if one was. */
  public static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
