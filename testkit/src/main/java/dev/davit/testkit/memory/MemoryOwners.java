package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.OwnerStore;
import java.util.Comparator;
import java.util.Optional;

record MemoryOwners(Table<Owner, OwnerStore.Row> rows) implements OwnerStore {
  @Override
  public Optional<Row> find(OwnerId id) {
    return rows.all()
        .filter(row -> row.owner().id().equals(id))
        .max(Comparator.comparing(row -> row.owner().generation()));
  }

  @Override
  public void insert(Row row) {
    if (!rows.add(row.owner(), row)) {
      throw new CloudException(ErrorKind.CONFLICT, "This owner is known already.");
    }
  }

  @Override
  public boolean setState(Owner owner, State state) {
    return rows.update(
        owner,
        row -> true,
        row -> new Row(row.owner(), state, isGone(state) ? null : row.key(), row.createdAt()));
  }

  private static boolean isGone(State state) {
    return state == State.PURGED || state == State.ENDED;
  }
}
