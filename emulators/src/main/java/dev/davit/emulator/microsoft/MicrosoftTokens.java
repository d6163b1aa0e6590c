package dev.davit.emulator.microsoft;

import java.time.Instant;
import java.util.Set;

/**
 * What a client got for an account.
 *
 * @param access the bearer token
 * @param refresh what gets the next one
 * @param expiresAt when the access token ends
 * @param scopes what it is good for, in the short names of Graph
 */
public record MicrosoftTokens(
    String access, String refresh, Instant expiresAt, Set<String> scopes) {
  /** Copies the scopes. */
  public MicrosoftTokens {
    scopes = Set.copyOf(scopes);
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "tokens for " + scopes;
  }
}
