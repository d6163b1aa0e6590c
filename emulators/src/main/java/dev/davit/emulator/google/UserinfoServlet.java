package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose token it is: {@code GET /v1/userinfo} at openidconnect.googleapis.com (OpenID Connect Core,
 * 5.3; the discovery document's {@code userinfo_endpoint}).
 */
final class UserinfoServlet extends HttpServlet {
  static final String[] PATTERNS = {"/v1/userinfo", "/oauth2/v3/userinfo"};

  private final transient Callers callers;

  UserinfoServlet(Callers callers) {
    this.callers = callers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = callers.of(request, response);
    if (caller.isPresent()) {
      tell(caller.get(), response);
    }
  }

  private static void tell(Caller caller, HttpServletResponse response) throws IOException {
    if (!caller.hasOneOf(Scopes.OPENID)) {
      ApiError.invalidCredentials().send(response);
      return;
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", caller.account().sub());
    claims.putAll(Profile.of(caller.account(), caller.scopes()));
    Json.send(response, HttpServletResponse.SC_OK, claims);
  }
}
