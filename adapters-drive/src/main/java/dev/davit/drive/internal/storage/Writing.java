package dev.davit.drive.internal.storage;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Optional;

/** Makes files and folders. */
@SuppressWarnings("DoNotCallSuggester")
final class Writing {
  private final Desk desk;

  Writing(Desk desk) {
    this.desk = desk;
  }

  Entry createFolder(EntryId parent, String name) {
    throw Unbuilt.at(desk);
  }

  Entry write(WriteRequest request) {
    throw Unbuilt.at(desk);
  }

  Optional<Entry> recover(WriteAttempt attempt) {
    throw Unbuilt.at(desk);
  }
}
