package dev.davit.drive.internal.oauth;

import com.google.api.client.json.GenericJson;
import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave (RFC 6749, 5.1).
 *
 * @param access the bearer token
 * @param refresh null where there was none
 * @param seconds how long the access token lives; null where it was not said
 * @param scopes null where they were not said
 * @param id the id token (OpenID Connect Core, 2); null where there was none
 */
record TokenAnswer(
    Secret access,
    @Nullable Secret refresh,
    @Nullable Long seconds,
    @Nullable Set<String> scopes,
    @Nullable Secret id) {
  /** In seconds: longer than any token lives. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** {@link ErrorKind#PROTOCOL} if there is no bearer token in it. */
  static TokenAnswer of(GenericJson json) {
    Secret access = secret(json, "access_token");
    if (access == null
        || !(json.get("token_type") instanceof String type)
        || !type.equalsIgnoreCase("Bearer")) {
      throw nonsense("no bearer token");
    }
    return new TokenAnswer(
        access,
        secret(json, "refresh_token"),
        seconds(json.get("expires_in")),
        scopes(json.get("scope")),
        secret(json, "id_token"));
  }

  /** The tokens; what the answer does not say is as it was. */
  OAuthTokens tokens(Instant now, @Nullable Secret oldRefresh, Set<String> oldScopes) {
    return new OAuthTokens(
        access,
        refresh == null ? oldRefresh : refresh,
        seconds == null ? null : now.plusSeconds(seconds),
        scopes == null ? oldScopes : scopes);
  }

  private static @Nullable Secret secret(GenericJson json, String name) {
    return json.get(name) instanceof String text && !text.isBlank() ? new Secret(text) : null;
  }

  private static @Nullable Long seconds(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal number && number.signum() >= 0 && number.compareTo(MOST) <= 0) {
      return number.longValue();
    }
    throw nonsense("no number of seconds");
  }

  private static @Nullable Set<String> scopes(@Nullable Object value) {
    return value instanceof String text && !text.isBlank()
        ? Set.copyOf(Arrays.asList(text.strip().split(" +")))
        : null;
  }

  private static CloudException nonsense(String what) {
    return Faults.protocol(new IOException("a token answer with " + what));
  }
}
