package dev.davit.testkit.memory;

import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import java.util.Map;

class MemoryStorageFieldsTest extends StorageContract {
  private static final Secret PASSWORD = new Secret("pa55-of-alice");

  @Override
  protected StorageSetup open() {
    MemoryStorageProvider provider = MemoryStorageProvider.fields(new TestClock());
    provider.server().addAccount("alice", PASSWORD);
    SecretFields fields =
        new SecretFields(Map.of("username", new Secret("alice"), "password", PASSWORD));
    StorageTraits traits =
        StorageTraits.usual()
            .withNames(Names.FREE::takes)
            .withLastingIds()
            .withSecrets(PASSWORD.reveal())
            .withDeviations(Deviation.HOLDS_BODIES);
    return new StorageSetup(provider, new FixedCredentials(fields), traits);
  }
}
