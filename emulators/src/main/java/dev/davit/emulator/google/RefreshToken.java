package dev.davit.emulator.google;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * What gets access tokens (developers.google.com/identity/protocols/oauth2, "Refresh token
 * expiration").
 *
 * @param token the word itself
 * @param issued when the first of its family was
 * @param used when it last got an access token, or was issued
 * @param replaced whether rotation put another in its place
 */
record RefreshToken(
    String token,
    Family family,
    Set<String> scopes,
    Instant issued,
    Instant used,
    boolean replaced) {
  private static final Duration TESTING = Duration.ofDays(7);
  private static final int UNUSED_MONTHS = 6;

  RefreshToken usedAt(Instant when) {
    return new RefreshToken(token, family, scopes, issued, when, replaced);
  }

  RefreshToken replacedBy(String other, Instant when) {
    return new RefreshToken(other, family, scopes, issued, when, false);
  }

  RefreshToken asReplaced() {
    return new RefreshToken(token, family, scopes, issued, used, true);
  }

  /**
   * When it ends whatever happens: of a project in "Testing" after seven days, unless it is good
   * for nothing but name, address and profile.
   */
  Optional<Instant> until(GoogleClient client) {
    return client.testing() && !Scopes.SIGN_IN.containsAll(scopes)
        ? Optional.of(issued.plus(TESTING))
        : Optional.empty();
  }

  /** Whether it has ended by now, of age or because nobody used it for six months. */
  boolean isOver(GoogleClient client, Instant now) {
    return until(client).filter(end -> !end.isAfter(now)).isPresent()
        || !used.atZone(ZoneOffset.UTC).plusMonths(UNUSED_MONTHS).toInstant().isAfter(now);
  }

  @Override
  public String toString() {
    return "refresh token of " + family.account();
  }
}
