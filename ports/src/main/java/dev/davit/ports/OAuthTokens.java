package dev.davit.ports;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an OAuth grant (RFC 6749, 5.1).
 *
 * @param access the bearer token
 * @param refresh what gets the next one; absent where the provider gave none
 * @param expiresAt when the access token ends; absent where the provider did not say. An adapter
 *     answers it by the clock of its node; what is stored, and what a {@link CredentialSource}
 *     hands out, says it by the database's, so it is nothing that an adapter may compare
 * @param scopes what the user granted, which may be less than was asked for
 */
public record OAuthTokens(
    Secret access, @Nullable Secret refresh, @Nullable Instant expiresAt, Set<String> scopes)
    implements Credential {
  public OAuthTokens {
    scopes = Set.copyOf(scopes);
  }
}
