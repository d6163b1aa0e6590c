package dev.davit.internal.oauth;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The providers' authorization servers, and where they send browsers back to. */
public final class OAuthClients {
  private final ProviderRegistry providers;
  private final ProviderCalls calls;
  private final @Nullable URI callback;

  /**
   * The authorization servers.
   *
   * @param callback under which address each provider has its redirect URI; null if none has one
   */
  public OAuthClients(ProviderRegistry providers, ProviderCalls calls, @Nullable URI callback) {
    this.providers = providers;
    this.calls = calls;
    this.callback = callback;
  }

  /** Whether a provider is connected this way. */
  boolean has(ProviderId provider) {
    return providers
        .find(provider)
        .filter(found -> found.authentication() instanceof Authentication.OAuth)
        .isPresent();
  }

  /** The client of a provider; refused if it is not connected this way. */
  OAuthClient require(ProviderId provider) {
    if (providers.require(provider).authentication() instanceof Authentication.OAuth client) {
      return client;
    }
    throw Problems.field("provider", "This provider is not connected on a page of its own.");
  }

  /** The one redirect URI of a provider. */
  URI redirect(ProviderId provider) {
    if (callback == null) {
      throw new IllegalStateException("no callback was given");
    }
    return URI.create(callback.toString().replaceFirst("/$", "") + "/" + provider);
  }

  /** Sends a code, once. */
  Grant exchange(PendingOAuth flow, Secret code) {
    OAuthClient client = require(flow.provider());
    return calls.call(
        flow.provider(),
        Operation.EXCHANGE,
        Refusals::refusedCode,
        () -> client.exchange(code, flow.verifier(), flow.redirect()));
  }
}
