package dev.davit.persistence.sql;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A document as a row. */
final class DocumentRow {
  /** In the order of {@link #values}. */
  static final String COLUMNS =
      "id, owner, name, content_type, state, provider, connection, folder, stored_name, tag, entry,"
          + " size, sha256, altered, created_at";

  private DocumentRow() {}

  static @Nullable Object[] values(Document document) {
    ConnectionId connection = document.connection();
    EntryId entry = document.entry();
    return new @Nullable Object[] {
      document.id().value(),
      document.owner().key(),
      document.name(),
      document.contentType(),
      document.state().name(),
      document.provider().value(),
      connection == null ? null : connection.value(),
      document.folder().value(),
      document.storedName(),
      document.tag(),
      entry == null ? null : entry.value(),
      document.size(),
      document.sha256(),
      document.altered() ? 1 : 0,
      Times.millis(document.createdAt())
    };
  }

  static Document read(Row row) throws SQLException {
    return new Document(
        new DocumentId(row.text("id")),
        row.owner("owner"),
        row.text("name"),
        row.text("content_type"),
        Document.State.valueOf(row.text("state")),
        new ProviderId(row.text("provider")),
        row.textOrNull("connection", ConnectionId::new),
        new EntryId(row.text("folder")),
        row.text("stored_name"),
        row.text("tag"),
        row.textOrNull("entry", EntryId::new),
        row.numberOrNull("size"),
        row.textOrNull("sha256"),
        row.number("altered") != 0,
        row.time("created_at"));
  }
}
