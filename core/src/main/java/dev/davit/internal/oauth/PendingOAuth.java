package dev.davit.internal.oauth;

import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A connect that an owner has begun, as it is kept sealed.
 *
 * @param owner for whom, in the generation of that moment
 * @param actor who began it, for the audit log
 * @param provider where
 * @param redirect the redirect URI that the provider was told
 * @param verifier the PKCE verifier
 * @param binding the hash of what the browser holds that began it; null if it holds nothing, since
 *     it is another site's
 * @param code what the provider gave, once it is parked; null before that
 */
record PendingOAuth(
    Owner owner,
    String actor,
    ProviderId provider,
    URI redirect,
    Secret verifier,
    @Nullable Secret binding,
    @Nullable Secret code) {
  /** Whether what a browser brings is what this is bound to; in constant time. */
  boolean isBoundTo(@Nullable Secret brought) {
    return binding != null && brought != null && binding.equals(States.ofBinding(brought));
  }

  PendingOAuth parked(Secret given) {
    return new PendingOAuth(owner, actor, provider, redirect, verifier, binding, given);
  }
}
