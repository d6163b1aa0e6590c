package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import dev.davit.emulator.oauth.SignedTokens;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The keys of the id tokens: the discovery document's {@code jwks_uri}. */
final class CertsServlet extends HttpServlet {
  static final String PATTERN = "/oauth2/v3/certs";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, HttpServletResponse.SC_OK, SignedTokens.keys());
  }
}
