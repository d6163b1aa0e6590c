package dev.davit.emulator.google;

import java.time.Instant;
import java.util.Set;

/**
 * What calls APIs.
 *
 * @param token the word itself
 */
record AccessToken(String token, Family family, Set<String> scopes, Instant expires) {
  AccessToken expiringAt(Instant when) {
    return new AccessToken(token, family, scopes, when);
  }

  @Override
  public String toString() {
    return "access token of " + family.account();
  }
}
