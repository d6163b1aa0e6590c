package dev.davit.emulator.oauth;

import dev.davit.emulator.internal.Basic;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a client tells who it is in the header: both parts are form-encoded (RFC 6749, 2.3.1). */
public final class ClientWords {
  private ClientWords() {}

  /** Its id and secret, if it sent them so. */
  public static Optional<Basic> inHeader(HttpServletRequest request) {
    return Basic.of(request)
        .map(sent -> new Basic(decoded(sent.login()), decoded(sent.password())));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
