package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Basic;
import dev.davit.emulator.oauth.ClientWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Which client sends a request: in the body, or by Basic, which "is also supported"
 * (v2-oauth2-auth-code-flow, {@code client_secret}).
 */
final class ClientAuth {
  private final Clients clients;

  ClientAuth(Clients clients) {
    this.clients = clients;
  }

  MicrosoftClient of(HttpServletRequest request, Form form, Authority authority) {
    Optional<Basic> basic = ClientWords.inHeader(request);
    String id = basic.map(Basic::login).orElseGet(() -> form.require("client_id"));
    MicrosoftClient client =
        clients.find(id).orElseThrow(() -> AadSts.UNKNOWN_CLIENT.about(id, authority.name()));
    authority.check(client);
    check(client, basic.map(Basic::password).orElseGet(() -> form.get("client_secret")));
    return client;
  }

  private static void check(MicrosoftClient client, String secret) {
    if (secret.isEmpty()) {
      throw AadSts.NO_SECRET.about();
    }
    if (!client.secret().equals(secret)) {
      throw AadSts.WRONG_SECRET.about(client.id());
    }
    if (client.secretExpired()) {
      throw AadSts.SECRET_EXPIRED.about(client.id());
    }
  }
}
