package dev.davit.testkit.memory;

import dev.davit.ports.Vault;
import dev.davit.testkit.contract.VaultContract;

class MemoryVaultTest extends VaultContract {
  @Override
  protected Vault open() {
    return new MemoryVault();
  }
}
