package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The token endpoint: {@code POST /token} at oauth2.googleapis.com (web-server, "Exchange
 * authorization code for refresh and access tokens" and "Refreshing an access token").
 */
final class TokenServlet extends HttpServlet {
  static final String PATTERN = "/token";

  private static final Set<String> OF_CODES =
      Set.of("client_id", "client_secret", "grant_type", "code", "redirect_uri", "code_verifier");
  private static final Set<String> OF_REFRESH =
      Set.of("client_id", "client_secret", "grant_type", "refresh_token", "scope");

  private final transient ClientAuth clients;
  private final transient Codes codes;
  private final transient Refreshing refreshing;
  private final transient TokenAnswer answers;

  TokenServlet(World world) {
    clients = new ClientAuth(world.clients());
    codes = world.codes();
    refreshing = new Refreshing(world.tokens());
    answers = new TokenAnswer(world);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store"); // RFC 6749, 5.1
    response.setHeader("Pragma", "no-cache");
    try {
      Json.send(response, HttpServletResponse.SC_OK, answer(request));
    } catch (OAuthError refused) {
      if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED
          && request.getHeader("Authorization") != null) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"oauth2.googleapis.com\"");
      }
      refused.send(response);
    }
  }

  private Map<String, Object> answer(HttpServletRequest request) throws IOException {
    Form form = Form.ofBody(request);
    GoogleClient client = clients.of(request, form);
    String type = form.require("grant_type");
    return switch (type) {
      case "authorization_code" -> exchange(form, client);
      case "refresh_token" -> refresh(form, client);
      default ->
          throw OAuthError.badRequest("unsupported_grant_type", "Invalid grant_type: " + type);
    };
  }

  private Map<String, Object> exchange(Form form, GoogleClient client) {
    form.allowOnly(OF_CODES);
    Codes.Exchanged done =
        codes.exchange(
            form.require("code"), client, form.require("redirect_uri"), form.get("code_verifier"));
    return answers.of(done.issued(), done.nonce());
  }

  private Map<String, Object> refresh(Form form, GoogleClient client) {
    form.allowOnly(OF_REFRESH);
    return answers.of(
        refreshing.refresh(client, form.require("refresh_token"), form.get("scope")), "");
  }
}
