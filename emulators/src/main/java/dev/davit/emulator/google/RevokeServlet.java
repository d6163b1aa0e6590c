package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /revoke} at oauth2.googleapis.com, with an access or a refresh token in the address
 * or the body; no client is asked for (web-server, "Revoking a token"). It "removes all permissions
 * that the user granted to the project", whichever of its clients they were granted to.
 */
final class RevokeServlet extends HttpServlet {
  static final String PATTERN = "/revoke";

  private final transient World world;

  RevokeServlet(World world) {
    this.world = world;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Form form = form(request);
      form.allowOnly(Set.of("token"));
      Family family = family(form.require("token"));
      world.revoke(family.account(), family.client().project());
      Json.send(response, HttpServletResponse.SC_OK, Map.of());
    } catch (OAuthError refused) {
      refused.send(response);
    }
  }

  private static Form form(HttpServletRequest request) throws IOException {
    return request.getQueryString() == null ? Form.ofBody(request) : Form.ofQuery(request);
  }

  private Family family(String token) {
    Optional<Family> byRefresh = world.tokens().refreshToken(token).map(RefreshToken::family);
    return byRefresh
        .or(() -> world.tokens().accessToken(token).map(AccessToken::family))
        .orElseThrow(() -> OAuthError.badRequest("invalid_token", "Token expired or revoked"));
  }
}
