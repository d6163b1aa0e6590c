package dev.davit;

import dev.davit.internal.documents.PartSizes;
import dev.davit.internal.providers.CallLimits;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.Flows;
import dev.davit.ports.IdSource;
import dev.davit.ports.ListingCache;
import dev.davit.ports.Observer;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.Vault;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Davit} is made of. */
record Parts(
    Stores stores,
    Vault vault,
    Flows flows,
    @Nullable URI callback,
    List<StorageProvider> providers,
    @Nullable StorageProvider application,
    ListingCache cache,
    @Nullable RateLimiter limiter,
    @Nullable PasswordHasher hasher,
    Observer observer,
    InstantSource clock,
    IdSource ids,
    Duration sweep,
    Duration purgeDeadline,
    Duration auditRetention,
    CallLimits limits,
    PartSizes partSizes,
    Timing timing) {}
