package dev.davit.internal.documents;

import dev.davit.ports.DocumentId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;

/** Rows for files that were written after their own row was swept. */
final class Orphans {
  private Orphans() {}

  /** A row by which the file can be removed; nobody ever sees it. */
  static Document of(Document swept, DocumentId id, EntryId entry) {
    return new Document(
        id,
        swept.owner(),
        swept.name(),
        swept.contentType(),
        Document.State.DELETING,
        swept.provider(),
        swept.connection(),
        swept.folder(),
        swept.storedName(),
        swept.tag(),
        entry,
        null,
        null,
        false,
        swept.createdAt());
  }
}
