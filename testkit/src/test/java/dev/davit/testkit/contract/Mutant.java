package dev.davit.testkit.contract;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.testkit.memory.FixedCredentials;
import dev.davit.testkit.memory.MemoryStorageProvider;
import dev.davit.testkit.memory.TestClock;
import java.util.function.UnaryOperator;

/**
 * A storage in memory with one thing wrong.
 *
 * @param name what is wrong
 * @param section the rules that must find it
 * @param change makes it wrong
 */
record Mutant(String name, Class<?> section, UnaryOperator<Storage> change) {
  StorageSetup setup() {
    return setup(
        StorageTraits.usual()
            .withLastingIds()
            .withSecrets("unheard-of")
            .withDeviations(Deviation.HOLDS_BODIES));
  }

  StorageSetup setup(StorageTraits traits) {
    StorageProvider provider =
        new MutatedProvider(MemoryStorageProvider.operator(new TestClock()), change);
    return new StorageSetup(provider, new FixedCredentials(SecretFields.NONE), traits);
  }

  private record MutatedProvider(StorageProvider provider, UnaryOperator<Storage> change)
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
      return change.apply(provider.open(credentials));
    }
  }
}
