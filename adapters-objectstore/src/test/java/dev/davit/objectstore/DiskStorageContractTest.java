package dev.davit.objectstore;

import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageContractTest extends StorageContract {
  @TempDir private Path temporary;

  @Override
  protected StorageSetup open() {
    return new StorageSetup(
        DiskStorageProvider.at(temporary.resolve("storage")),
        Fixture.credentials(),
        StorageTraits.usual().withSecrets(temporary.toString()));
  }
}
