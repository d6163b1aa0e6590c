package dev.davit;

import dev.davit.internal.jobs.JobWorkers;
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
    Owners owners,
    ServerKeys serverKeys,
    Audit audit,
    Jobs jobs,
    @Nullable JobWorkers background) {
  Accounts requireAccounts() {
    if (accounts == null) {
      throw new IllegalStateException(
          "accounts need a password hasher and a rate limiter from the builder");
    }
    return accounts;
  }

  /** Stops the background work. */
  void stop() {
    if (background != null) {
      background.close();
    }
  }
}
