package dev.davit.emulator.google;

import dev.davit.emulator.internal.Basic;
import dev.davit.emulator.oauth.ClientWords;
import jakarta.servlet.http.HttpServletRequest;
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
    Optional<Basic> basic = ClientWords.inHeader(request);
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

  /** The body must not have others (RFC 6749, 2.3.1). */
  private static Basic inHeader(Basic sent, Form form) {
    if (form.has("client_secret")
        || (form.has("client_id") && !form.get("client_id").equals(sent.login()))) {
      throw OAuthError.invalidRequest("The client must be authenticated in one way only.");
    }
    return sent;
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
