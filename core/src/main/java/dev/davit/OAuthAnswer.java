package dev.davit;

import dev.davit.internal.oauth.Returned;
import dev.davit.internal.oauth.States;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's redirect brought back in its query (RFC 6749, 4.1.2; RFC 9207), as it came:
 * nothing of it is trusted, and nothing of it is shown to anybody.
 *
 * @param provider the one in the path of the redirect URI
 * @param state the parameter {@code state}
 * @param code the parameter {@code code}; null if there is none
 * @param error the parameter {@code error}; null if there is none
 * @param issuer the parameter {@code iss}; null if there is none
 */
public record OAuthAnswer(
    ProviderId provider,
    Secret state,
    @Nullable Secret code,
    @Nullable String error,
    @Nullable String issuer) {
  /**
   * What is in the query of an address to which a provider has sent a browser back.
   *
   * @param provider the one in its path
   * @param query as it came, without the question mark and not decoded; null if there is none
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST} if it can't be read, or a
   *     parameter is there twice
   */
  public static OAuthAnswer of(ProviderId provider, @Nullable String query) {
    Map<String, String> parameters = Returned.parameters(query == null ? "" : query);
    String code = parameters.get("code");
    return new OAuthAnswer(
        provider,
        new Secret(parameters.getOrDefault("state", "")),
        code == null ? null : new Secret(code),
        parameters.get("error"),
        parameters.get("iss"));
  }

  /** The public name of the flow that this answers: {@link StartedOAuth#flow} of its start. */
  public String flow() {
    return States.flow(state);
  }

  Returned toReturned() {
    return new Returned(provider, state, code, error, issuer);
  }

  @Override
  public String toString() {
    return "OAuthAnswer[provider=" + provider + ", flow=" + flow() + "]";
  }
}
