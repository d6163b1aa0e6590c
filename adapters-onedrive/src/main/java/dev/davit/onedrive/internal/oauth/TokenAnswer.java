package dev.davit.onedrive.internal.oauth;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave (RFC 6749, 5.1).
 *
 * @param access the bearer token
 * @param refresh null where there was none
 * @param seconds how long the access token lives; null where it was not said
 * @param scopes as the answer has them; null where they were not said
 * @param id the id token (OpenID Connect Core, 2); null where there was none
 */
record TokenAnswer(
    Secret access,
    @Nullable Secret refresh,
    @Nullable Long seconds,
    @Nullable String scopes,
    @Nullable Secret id) {
  /** The tokens; what the answer does not say is as it was. */
  OAuthTokens tokens(Instant now, @Nullable Secret old, Set<String> granted) {
    return new OAuthTokens(
        access,
        refresh == null ? old : refresh,
        seconds == null ? null : now.plusSeconds(seconds),
        granted);
  }

  /** The answer, if there is a bearer token in it and everything is of its type. */
  static Json checked(Json answer) {
    String type = answer.text("token_type");
    Long seconds = answer.number("expires_in");
    boolean good =
        !answer.has("error")
            && "Bearer".equalsIgnoreCase(type)
            && isText(answer, "access_token")
            && !(answer.has("expires_in") && (seconds == null || !isTime(seconds)));
    if (!good) {
      throw nonsense();
    }
    return answer;
  }

  static CloudException nonsense() {
    return Faults.protocol(new IOException("no token answer"));
  }

  private static boolean isText(Json answer, String name) {
    String text = answer.text(name);
    return text != null && !text.isBlank();
  }

  /** No token lives longer. */
  private static boolean isTime(long seconds) {
    return seconds >= 0 && seconds <= Integer.MAX_VALUE;
  }
}
