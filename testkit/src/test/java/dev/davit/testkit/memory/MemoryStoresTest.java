package dev.davit.testkit.memory;

import dev.davit.ports.store.Stores;
import dev.davit.testkit.contract.StoresContract;

class MemoryStoresTest extends StoresContract {
  @Override
  protected Stores open(TestClock clock) {
    return new MemoryStores(clock);
  }
}
