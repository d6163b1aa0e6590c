package dev.davit.emulator.microsoft;

import java.util.Optional;

/**
 * What the token endpoint gives.
 *
 * @param refresh where {@code offline_access} was asked for
 */
record Issued(AccessToken access, Optional<RefreshToken> refresh) {
  MicrosoftTokens tokens() {
    String word = refresh.map(RefreshToken::token).orElse("");
    return new MicrosoftTokens(access.token(), word, access.expires(), access.scopes());
  }
}
