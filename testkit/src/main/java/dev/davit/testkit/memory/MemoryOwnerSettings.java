package dev.davit.testkit.memory;

import dev.davit.ports.Owner;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.OwnerSettingsStore;
import java.util.Optional;

record MemoryOwnerSettings(Table<Owner, DefaultStorage> rows) implements OwnerSettingsStore {
  @Override
  public Optional<DefaultStorage> defaultStorage(Owner owner) {
    return rows.find(owner);
  }

  @Override
  public void setDefaultStorage(Owner owner, DefaultStorage choice) {
    rows.put(owner, choice);
  }

  @Override
  public boolean clearDefaultStorage(Owner owner) {
    return rows.remove(owner);
  }
}
