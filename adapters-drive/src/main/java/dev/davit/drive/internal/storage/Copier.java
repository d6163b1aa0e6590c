package dev.davit.drive.internal.storage;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;

/** Copies at Google. */
@SuppressWarnings("DoNotCallSuggester")
final class Copier implements Copying {
  private final Desk desk;

  Copier(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    throw Unbuilt.at(desk);
  }
}
