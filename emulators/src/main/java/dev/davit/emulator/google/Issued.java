package dev.davit.emulator.google;

import java.util.Optional;

/**
 * What the token endpoint gives.
 *
 * @param refresh where one is due
 */
record Issued(AccessToken access, Optional<RefreshToken> refresh) {
  GoogleTokens tokens() {
    return new GoogleTokens(
        access.token(),
        refresh.map(RefreshToken::token).orElse(""),
        access.expires(),
        access.scopes());
  }
}
