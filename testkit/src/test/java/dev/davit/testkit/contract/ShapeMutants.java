package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.fault.ForwardingStorage;
import java.util.List;

/** Storages that move or remove wrongly. */
final class ShapeMutants {
  private ShapeMutants() {}

  static List<Mutant> all() {
    return List.of(
        moving("fail replaces", (s, id, f, n, c) -> s.move(id, f, n, ConflictPolicy.REPLACE)),
        moving("a move is a copy", (s, id, f, n, c) -> s.copying().orElseThrow().copy(id, f, n, c)),
        moving("the name is forgotten", (s, id, f, n, c) -> s.move(id, f, s.stat(id).name(), c)),
        moving("a like name is itself", ShapeMutants::notIntoLikeNames),
        moving("folders are replaced", ShapeMutants::replacesFolders),
        new Mutant("gone is deleted", DeleteRules.class, DeletesGone::new),
        new Mutant("the root is emptied", DeleteRules.class, EmptiesRoot::new));
  }

  private static Mutant moving(String name, Move change) {
    return new Mutant(
        name,
        MoveRules.class,
        storage ->
            new ForwardingStorage(storage) {
              @Override
              public Entry move(EntryId id, EntryId folder, String to, ConflictPolicy conflict) {
                return change.move(storage, id, folder, to, conflict);
              }
            });
  }

  private static Entry notIntoLikeNames(
      Storage storage, EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    if (storage.stat(folder).name().startsWith(storage.stat(id).name())) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "into itself");
    }
    return storage.move(id, folder, name, conflict);
  }

  private static Entry replacesFolders(
      Storage storage, EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    if (conflict == ConflictPolicy.REPLACE) {
      storage.list(new ListRequest(folder, 1000, null)).entries().stream()
          .filter(entry -> entry.name().equals(name) && !entry.id().equals(id))
          .forEach(entry -> storage.delete(entry.id()));
    }
    return storage.move(id, folder, name, conflict);
  }

  /** A move done otherwise. */
  private interface Move {
    Entry move(Storage storage, EntryId id, EntryId folder, String name, ConflictPolicy conflict);
  }

  private static final class DeletesGone extends ForwardingStorage {
    DeletesGone(Storage target) {
      super(target);
    }

    @Override
    public void delete(EntryId id) {
      try {
        super.delete(id);
      } catch (CloudException refused) {
        if (refused.kind() != ErrorKind.NOT_FOUND) {
          throw refused;
        }
      }
    }
  }

  private static final class EmptiesRoot extends ForwardingStorage {
    EmptiesRoot(Storage target) {
      super(target);
    }

    @Override
    public void delete(EntryId id) {
      if (id.equals(EntryId.ROOT)) {
        list(new ListRequest(id, 1000, null)).entries().forEach(e -> super.delete(e.id()));
      }
      super.delete(id);
    }
  }
}
