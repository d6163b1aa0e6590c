package dev.davit.testkit.memory;

import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import org.jspecify.annotations.Nullable;

/** Documents as they become after each change. */
final class Documents {
  private Documents() {}

  static Document named(Document row, String storedName) {
    return copy(row, row.state(), storedName, row.entry(), row.size(), row.sha256(), row.altered());
  }

  static Document read(Document row, long size, String sha256) {
    return copy(row, row.state(), row.storedName(), row.entry(), size, sha256, row.altered());
  }

  static Document ready(Document row, EntryId entry, boolean altered) {
    return copy(row, State.READY, row.storedName(), entry, row.size(), row.sha256(), altered);
  }

  static Document in(Document row, State state) {
    return copy(row, state, row.storedName(), row.entry(), row.size(), row.sha256(), row.altered());
  }

  /** Where the other one is. */
  static Document at(Document row, Document place) {
    return new Document(
        row.id(),
        row.owner(),
        row.name(),
        row.contentType(),
        row.state(),
        place.provider(),
        place.connection(),
        place.folder(),
        place.storedName(),
        place.tag(),
        place.entry(),
        place.size(),
        place.sha256(),
        place.altered(),
        row.createdAt());
  }

  private static Document copy(
      Document row,
      State state,
      String storedName,
      @Nullable EntryId entry,
      @Nullable Long size,
      @Nullable String sha256,
      boolean altered) {
    return new Document(
        row.id(),
        row.owner(),
        row.name(),
        row.contentType(),
        state,
        row.provider(),
        row.connection(),
        row.folder(),
        storedName,
        row.tag(),
        entry,
        size,
        sha256,
        altered,
        row.createdAt());
  }
}
