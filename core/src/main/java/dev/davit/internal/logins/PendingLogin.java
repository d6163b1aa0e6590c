package dev.davit.internal.logins;

import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log-in that a user has begun on a server's page, as it is kept sealed.
 *
 * @param provider where
 * @param name what the user wants to call the connection; null for whatever it is called
 * @param state what the provider is asked with
 * @param notBefore when it may be asked next, by the database's clock
 * @param grant what the provider has granted, and could not be kept yet; null before that
 */
record PendingLogin(
    ProviderId provider,
    @Nullable String name,
    Secret state,
    Instant notBefore,
    @Nullable Grant grant) {

  PendingLogin notBefore(Instant time) {
    return new PendingLogin(provider, name, state, time, grant);
  }

  PendingLogin granted(Grant given) {
    return new PendingLogin(provider, name, state, notBefore, given);
  }
}
