package dev.davit.app.leaving;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;

/**
 * A provider that tells of each call.
 *
 * @param provider what does the work
 * @param steps who is told
 */
record WatchedProvider(StorageProvider provider, Steps steps) implements StorageProvider {
  @Override
  public ProviderInfo info() {
    return provider.info();
  }

  @Override
  public Authentication authentication() {
    Authentication real = provider.authentication();
    if (real instanceof Authentication.OAuth oauth) {
      return steps.watch(Authentication.OAuth.class, oauth);
    }
    return real instanceof Authentication.Fields fields
        ? steps.watch(Authentication.Fields.class, fields)
        : real;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return steps.watch(Storage.class, provider.open(credentials));
  }
}
