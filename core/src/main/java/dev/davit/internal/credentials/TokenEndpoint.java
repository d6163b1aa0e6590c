package dev.davit.internal.credentials;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.store.Connection;
import java.time.Duration;

/** Where new tokens come from. */
public final class TokenEndpoint {
  /** For a refresh and all its tries; shorter than the lease. */
  static final Duration DEADLINE = Duration.ofSeconds(20);

  private final ProviderRegistry providers;
  private final ProviderCalls calls;

  public TokenEndpoint(ProviderRegistry providers, ProviderCalls calls) {
    this.providers = providers;
    this.calls = calls;
  }

  /**
   * New tokens, complete: what the answer leaves out stays as it was.
   *
   * @throws CloudException {@link ErrorKind#REAUTH_REQUIRED} only if the grant is dead, and there
   *     is nothing else to say of it; {@link ErrorKind#MISCONFIGURED} if the operator is at fault;
   *     of any other kind if nothing was learnt of the grant
   */
  OAuthTokens refresh(Connection connection, Credential credential) {
    if (!(credential instanceof OAuthTokens sent) || sent.refresh() == null) {
      throw Problems.reauthRequired(connection.id());
    }
    Authentication.OAuth client = client(connection.provider());
    OAuthTokens fresh =
        calls.refresh(
            connection.provider(),
            DEADLINE,
            () -> Problems.reauthRequired(connection.id()),
            () -> client.refresh(sent));
    return complete(sent, fresh);
  }

  private Authentication.OAuth client(ProviderId provider) {
    if (providers.require(provider).authentication() instanceof Authentication.OAuth client) {
      return client;
    }
    throw new CloudException(
        ErrorKind.MISCONFIGURED, "This server no longer connects " + provider + " by consent.");
  }

  /** RFC 6749, 5.1 and 6: no refresh token, or no scope, means the same as before. */
  private static OAuthTokens complete(OAuthTokens sent, OAuthTokens fresh) {
    return new OAuthTokens(
        fresh.access(),
        fresh.refresh() == null ? sent.refresh() : fresh.refresh(),
        fresh.expiresAt(),
        fresh.scopes().isEmpty() ? sent.scopes() : fresh.scopes());
  }
}
