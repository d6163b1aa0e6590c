package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ProviderId;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whom a storage's calls go to, and on whose behalf.
 *
 * @param provider which
 * @param account whose calls are counted together; null for calls that are not limited
 * @param refused what to say when it rejects its credential
 * @param ready waits for what its calls will need, so that nobody waits for it in a place of the
 *     door: such as tokens that are about to expire
 * @param own whether a failure came from this side, such as from the store of credentials
 */
public record FarSide(
    ProviderId provider,
    @Nullable String account,
    Supplier<CloudException> refused,
    Runnable ready,
    Predicate<CloudException> own) {}
