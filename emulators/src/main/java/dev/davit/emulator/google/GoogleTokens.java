package dev.davit.emulator.google;

import java.time.Instant;
import java.util.Set;

/**
 * What a client got for an account.
 *
 * @param access the bearer token
 * @param refresh what gets the next one
 * @param expiresAt when the access token ends
 * @param scopes what it is good for, in Google's long names
 */
public record GoogleTokens(String access, String refresh, Instant expiresAt, Set<String> scopes) {
  /** Copies the scopes. */
  public GoogleTokens {
    scopes = Set.copyOf(scopes);
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "tokens for " + scopes;
  }
}
