package dev.davit.testkit.memory;

import dev.davit.ports.SecretFields;
import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;

class MemoryStorageOperatorTest extends StorageContract {
  @Override
  protected StorageSetup open() {
    return new StorageSetup(
        MemoryStorageProvider.operator(new TestClock()),
        new FixedCredentials(SecretFields.NONE),
        StorageTraits.usual().withLastingIds().withDeviations(Deviation.HOLDS_BODIES));
  }
}
