package dev.davit.testkit.memory;

import dev.davit.ports.PasswordHasher;
import dev.davit.testkit.contract.PasswordHasherContract;

class MemoryPasswordHasherTest extends PasswordHasherContract {
  @Override
  protected PasswordHasher open() {
    return new MemoryPasswordHasher();
  }
}
