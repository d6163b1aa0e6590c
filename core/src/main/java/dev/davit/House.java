package dev.davit;

import dev.davit.internal.jobs.Background;
import dev.davit.internal.providers.ProviderRegistry;
import org.jspecify.annotations.Nullable;

/** The use cases, wired. */
record House(
    ProviderRegistry providers,
    Connections connections,
    OAuth oauth,
    Files files,
    Documents documents,
    DefaultStorages defaultStorages,
    @Nullable Accounts accounts,
    ServerKeys serverKeys,
    Jobs jobs,
    @Nullable Background background) {}
