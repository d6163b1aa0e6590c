package dev.davit.emulator.google;

import dev.davit.emulator.internal.Basic;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which client sends a request: by Basic or in the body (RFC 6749, 2.3.1; the discovery document's
 * {@code token_endpoint_auth_methods_supported}).
 */
final class ClientAuth {
  private final Clients clients;

  ClientAuth(Clients clients) {
    this.clients = clients;
  }

  GoogleClient of(HttpServletRequest request, Form form) {
    Optional<Basic> basic = Basic.of(request);
    if (basic.isPresent()) {
      return known(inHeader(basic.get(), form));
    }
    if (!form.has("client_id")) {
      throw OAuthError.invalidRequest("Could not determine client ID from request.");
    }
    if (!form.has("client_secret")) {
      throw OAuthError.invalidRequest("client_secret is missing.");
    }
    return known(new Basic(form.get("client_id"), form.get("client_secret")));
  }

  /** Both parts are form-encoded (RFC 6749, 2.3.1), and the body must not have others. */
  private static Basic inHeader(Basic sent, Form form) {
    Basic decoded = new Basic(decoded(sent.login()), decoded(sent.password()));
    if (form.has("client_secret")
        || (form.has("client_id") && !form.get("client_id").equals(decoded.login()))) {
      throw OAuthError.invalidRequest("The client must be authenticated in one way only.");
    }
    return decoded;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private GoogleClient known(Basic sent) {
    GoogleClient client =
        clients
            .find(sent.login())
            .orElseThrow(() -> OAuthError.invalidClient("The OAuth client was not found."));
    if (!client.secret().equals(sent.password())) {
      throw OAuthError.invalidClient("The provided client secret is invalid.");
    }
    return client;
  }
}
