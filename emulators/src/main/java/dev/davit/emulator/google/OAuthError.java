package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal of the authorization server's (RFC 6749, 4.1.2.1 and 5.2). */
final class OAuthError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final String description;

  OAuthError(int status, String error, String description) {
    super(error + ": " + description, null, false, false);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  static OAuthError badRequest(String error, String description) {
    return new OAuthError(HttpServletResponse.SC_BAD_REQUEST, error, description);
  }

  static OAuthError invalidRequest(String description) {
    return badRequest("invalid_request", description);
  }

  static OAuthError invalidGrant(String description) {
    return badRequest("invalid_grant", description);
  }

  /** 401 (RFC 6749, 5.2). */
  static OAuthError invalidClient(String description) {
    return new OAuthError(HttpServletResponse.SC_UNAUTHORIZED, "invalid_client", description);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  String description() {
    return description;
  }

  /** Answers a client with it. */
  void send(HttpServletResponse response) throws IOException {
    Json.send(response, status, GoogleFaults.body(error, description));
  }
}
