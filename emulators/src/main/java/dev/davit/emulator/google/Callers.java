package dev.davit.emulator.google;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Tells who calls an API, by the bearer token (RFC 6750, 2.1). */
@FunctionalInterface
public interface Callers {
  /**
   * Who sent this request.
   *
   * @return empty when the token is missing, unknown, expired or revoked: the answer, 401 with
   *     Google's error in JSON, is then given
   */
  Optional<Caller> of(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
