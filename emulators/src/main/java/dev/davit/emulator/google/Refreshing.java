package dev.davit.emulator.google;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Gets access tokens for refresh tokens (RFC 6749, 6). */
final class Refreshing {
  private final Tokens tokens;

  Refreshing(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * One try.
   *
   * @param scope fewer scopes than were granted, or empty for all
   */
  Issued refresh(GoogleClient client, String word, String scope) {
    RefreshToken token = tokens.refreshToken(word).orElseThrow(Refreshing::dead);
    if (!token.family().client().id().equals(client.id())) {
      throw new OAuthError(
          HttpServletResponse.SC_UNAUTHORIZED, "unauthorized_client", "Unauthorized");
    }
    return tokens.refresh(word, wanted(token, scope)).orElseThrow(Refreshing::dead);
  }

  private static Set<String> wanted(RefreshToken token, String scope) {
    Set<String> wanted = scope.isEmpty() ? token.scopes() : Scopes.of(scope.split(" ", -1));
    if (!token.scopes().containsAll(wanted)) {
      throw OAuthError.badRequest("invalid_scope", "Bad Request");
    }
    return wanted;
  }

  private static OAuthError dead() {
    return OAuthError.invalidGrant("Token has been expired or revoked.");
  }
}
