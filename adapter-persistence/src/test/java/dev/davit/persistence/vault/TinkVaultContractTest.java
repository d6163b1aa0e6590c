package dev.davit.persistence.vault;

import dev.davit.ports.Vault;
import dev.davit.testkit.contract.VaultContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class TinkVaultContractTest extends VaultContract {
  @TempDir Path folder;
  private int made;

  @Override
  protected Vault open() {
    return TinkVault.openOrCreate(folder.resolve("keyset" + made++), false);
  }
}
