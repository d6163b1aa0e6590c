package dev.davit;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A token endpoint whose answers are changed on their way, and at which the process may die. */
final class HookedOAuth implements Authentication.OAuth {
  private final Authentication.OAuth client;
  private final Steps steps;

  /** What becomes of the answers to refreshes. */
  volatile UnaryOperator<OAuthTokens> answers = UnaryOperator.identity();

  /** What is done when the provider is about to revoke. */
  volatile Runnable beforeRevoke = () -> {};

  /** What is done when the provider has granted. */
  volatile Runnable afterExchange = () -> {};

  HookedOAuth(Authentication.OAuth client, Steps steps) {
    this.client = client;
    this.steps = steps;
  }

  @Override
  public OAuthTokens refresh(OAuthTokens tokens) {
    steps.here();
    OAuthTokens answer = answers.apply(client.refresh(tokens));
    steps.here();
    return answer;
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request) {
    return client.authorizationUri(request);
  }

  @Override
  public String issuer() {
    return client.issuer();
  }

  @Override
  public Set<String> missingScopes(Set<String> granted) {
    return client.missingScopes(granted);
  }

  @Override
  public Grant exchange(Secret code, Secret verifier, URI redirectUri) {
    Grant grant = client.exchange(code, verifier, redirectUri);
    afterExchange.run();
    return grant;
  }

  @Override
  public void revoke(OAuthTokens tokens) {
    beforeRevoke.run();
    client.revoke(tokens);
  }
}
