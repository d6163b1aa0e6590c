package dev.davit.drive.internal.storage;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;

/** Moves and renames. */
@SuppressWarnings("DoNotCallSuggester")
final class Moving {
  private final Desk desk;

  Moving(Desk desk) {
    this.desk = desk;
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    throw Unbuilt.at(desk);
  }
}
