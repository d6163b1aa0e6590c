package dev.davit.testkit.fault;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;

/**
 * A provider whose storages are {@link FaultyStorage}s that share one plan. Its log-in is the
 * other's own.
 *
 * @param provider what does the work
 * @param faults what goes wrong
 */
public record FaultyStorageProvider(StorageProvider provider, Faults faults)
    implements StorageProvider {
  @Override
  public ProviderInfo info() {
    return provider.info();
  }

  @Override
  public Authentication authentication() {
    return provider.authentication();
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return new FaultyStorage(provider.open(credentials), faults);
  }
}
