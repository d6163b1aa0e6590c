package dev.davit.emulator.google;

import dev.davit.emulator.oauth.BearerToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Knows callers by their bearer token. */
final class Bearer implements Callers {
  private static final String CHALLENGE = "Bearer realm=\"https://accounts.google.com/\"";

  private final Tokens tokens;
  private final Clients clients;

  Bearer(Tokens tokens, Clients clients) {
    this.tokens = tokens;
    this.clients = clients;
  }

  @Override
  public Optional<Caller> of(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> sent = BearerToken.of(request);
    Optional<Caller> caller = sent.flatMap(tokens::accessToken).map(this::caller);
    if (caller.isEmpty()) {
      refuse(sent.isPresent(), response);
    }
    return caller;
  }

  private Caller caller(AccessToken token) {
    Family family = token.family();
    return new Caller(family.account(), clients.now(family.client()), token.scopes());
  }

  /** With the challenge that RFC 6750, 3 and 3.1, asks for. */
  private static void refuse(boolean sentOne, HttpServletResponse response) throws IOException {
    response.setHeader(
        "WWW-Authenticate", sentOne ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
    (sentOne ? ApiError.invalidCredentials() : ApiError.loginRequired()).send(response);
  }
}
