package dev.davit.emulator.microsoft;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What gets access tokens: good for 90 days after it was issued; each use brings another, which has
 * 90 days of its own (refresh-tokens, "Token lifetime").
 *
 * @param token the word itself
 * @param scopes what was asked for; it is good for all that the account has consented to
 * @param replaced whether another was given for it
 * @param revoked whether the account, or somebody in its name, ended it
 */
record RefreshToken(
    String token,
    Grant grant,
    Set<String> scopes,
    Instant issued,
    boolean replaced,
    boolean revoked) {
  static final Duration LIFETIME = Duration.ofDays(90);

  RefreshToken asReplaced() {
    return new RefreshToken(token, grant, scopes, issued, true, revoked);
  }

  RefreshToken asRevoked() {
    return new RefreshToken(token, grant, scopes, issued, replaced, true);
  }

  boolean isOver(Instant now) {
    return !issued.plus(LIFETIME).isAfter(now);
  }

  @Override
  public String toString() {
    return "refresh token of " + grant.account();
  }
}
