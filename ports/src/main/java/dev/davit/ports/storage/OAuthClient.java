package dev.davit.ports.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider's OAuth endpoints (RFC 6749, RFC 7636, RFC 7009). */
public interface OAuthClient {
  /** Where to send the user's browser. Makes no call. */
  URI authorizationUri(AuthorizationRequest request);

  /**
   * The authorization server's issuer identifier: what an {@code iss} beside a code must be equal
   * to, where there is one (RFC 9207). Always the same.
   */
  String issuer();

  /**
   * Which scopes of those without which nothing works were not granted: users may untick some.
   * Makes no call.
   *
   * @param granted as a grant or tokens have them
   * @return empty if all that is needed is there
   */
  Set<String> missingScopes(Set<String> granted);

  /**
   * Turns a code into tokens and looks whose they are. A code is sent once, whatever happens. A
   * grant that lacks scopes is answered as one that has them, so that it is known whose it is.
   *
   * @return with {@link OAuthTokens}, without a refresh token where the provider gave none
   * @throws CloudException {@link ErrorKind#INVALID_FLOW} if the code is refused; {@link
   *     ErrorKind#MISCONFIGURED} if the client is; {@link ErrorKind#RATE_LIMITED}, {@link
   *     ErrorKind#UNAVAILABLE}, {@link ErrorKind#PROTOCOL}
   */
  Grant exchange(Secret code, Secret verifier, URI redirectUri);

  /**
   * Gets new tokens. An answer without a refresh token keeps the one that was sent.
   *
   * @throws CloudException {@link ErrorKind#TOKEN_REJECTED} only if the grant is dead; {@link
   *     ErrorKind#MISCONFIGURED} if the client is refused; {@link ErrorKind#RATE_LIMITED}, {@link
   *     ErrorKind#UNAVAILABLE}, {@link ErrorKind#PROTOCOL}
   */
  OAuthTokens refresh(OAuthTokens tokens);

  /**
   * Revokes the grant; gone already is done. Not called where the provider has {@link
   * ProviderInfo#grantsPages}.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} and {@link ErrorKind#RATE_LIMITED}: try
   *     again later
   */
  void revoke(OAuthTokens tokens);

  /**
   * What an authorization URI must carry.
   *
   * @param state unguessable, comes back with the code
   * @param challenge S256 of the PKCE verifier
   * @param redirectUri the one registered for this provider
   * @param account which account to propose to the user, as its connection's label has it; null for
   *     any
   */
  record AuthorizationRequest(
      Secret state, String challenge, URI redirectUri, @Nullable String account) {}
}
