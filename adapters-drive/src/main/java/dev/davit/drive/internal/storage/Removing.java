package dev.davit.drive.internal.storage;

import dev.davit.ports.storage.EntryId;

/** Removes, into the bin or for good. */
@SuppressWarnings("DoNotCallSuggester")
final class Removing {
  private final Desk desk;

  Removing(Desk desk) {
    this.desk = desk;
  }

  void delete(EntryId id) {
    throw Unbuilt.at(desk);
  }
}
