package dev.davit.internal.oauth;

import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's redirect brought back, untrusted.
 *
 * @param provider the one in the path
 * @param state the parameter {@code state}
 * @param code the parameter {@code code}
 * @param error the parameter {@code error}
 * @param issuer the parameter {@code iss}
 */
public record Returned(
    ProviderId provider,
    Secret state,
    @Nullable Secret code,
    @Nullable String error,
    @Nullable String issuer) {}
