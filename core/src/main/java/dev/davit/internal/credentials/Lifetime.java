package dev.davit.internal.credentials;

import dev.davit.ports.Credential;
import dev.davit.ports.OAuthTokens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long tokens live, by the database's clock. */
final class Lifetime {
  /** How long before their end tokens are refreshed. */
  static final Duration AHEAD = Duration.ofSeconds(60);

  private static final Duration EVER = Duration.ofDays(1);

  private Lifetime() {}

  /** Whether it should be refreshed: it is over, or will be soon and something can be done. */
  static boolean isDue(Credential credential, Instant now) {
    Duration left = left(credential, now);
    return left.isZero()
        || (left.compareTo(AHEAD) <= 0
            && credential instanceof OAuthTokens tokens
            && tokens.refresh() != null);
  }

  /** What is left of it: zero if it is over, and long where nobody knows of an end. */
  static Duration left(Credential credential, Instant now) {
    @Nullable Instant end = credential instanceof OAuthTokens tokens ? tokens.expiresAt() : null;
    if (end == null) {
      return EVER;
    }
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }
}
