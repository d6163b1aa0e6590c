package dev.davit.emulator.google;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Knows callers by {@code Authorization: Bearer}, and by nothing else: a token in the address is
 * none (RFC 6750, 2.1 and 2.3).
 */
final class Bearer implements Callers {
  private static final String SCHEME = "Bearer ";
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
    Optional<String> sent = token(request);
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

  private static Optional<String> token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /** With the challenge that RFC 6750, 3 and 3.1, asks for. */
  private static void refuse(boolean sentOne, HttpServletResponse response) throws IOException {
    response.setHeader(
        "WWW-Authenticate", sentOne ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
    (sentOne ? ApiError.invalidCredentials() : ApiError.loginRequired()).send(response);
  }
}
