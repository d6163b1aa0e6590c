package dev.davit.emulator.microsoft;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What calls Graph. Clients must not look into it, so there is nothing in it (access-tokens).
 *
 * @param token the word itself
 * @param scopes in Graph's short names
 * @param lifetime from when it was issued
 */
record AccessToken(
    String token, Grant grant, Set<String> scopes, Duration lifetime, Instant expires) {
  AccessToken expiringAt(Instant when) {
    return new AccessToken(token, grant, scopes, lifetime, when);
  }

  @Override
  public String toString() {
    return "access token of " + grant.account();
  }
}
