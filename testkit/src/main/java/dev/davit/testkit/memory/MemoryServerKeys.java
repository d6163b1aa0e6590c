package dev.davit.testkit.memory;

import dev.davit.ports.Bytes;
import dev.davit.ports.store.ServerKeyStore;
import java.util.Optional;

record MemoryServerKeys(Table<String, Bytes> rows) implements ServerKeyStore {
  @Override
  public Optional<Bytes> find(String name) {
    return rows.find(name);
  }

  @Override
  public boolean insert(String name, Bytes sealed) {
    return rows.add(name, sealed);
  }
}
