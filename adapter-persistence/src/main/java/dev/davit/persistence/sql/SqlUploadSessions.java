package dev.davit.persistence.sql;

import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.UploadSessionStore;
import java.util.List;
import java.util.Optional;

/** Upload sessions in rows. */
record SqlUploadSessions(Sql sql) implements UploadSessionStore {
  @Override
  public Optional<Row> find(DocumentId document) {
    return sql.one(
        """
        SELECT document, sealed, position, granularity FROM <p>upload_sessions WHERE document = ?
        """,
        row ->
            new Row(
                new DocumentId(row.text("document")),
                row.bytes("sealed"),
                row.number("position"),
                row.number("granularity")),
        document.value());
  }

  @Override
  public List<Document> unfinished(Owner owner, int limit) {
    return sql.list(
        "SELECT "
            + DocumentRow.COLUMNS
            + """
               FROM <p>documents d WHERE owner = ? AND state = 'UPLOADING'
              AND EXISTS (SELECT 1 FROM <p>upload_sessions WHERE document = d.id)
              ORDER BY created_at DESC, id LIMIT ?
              """,
        DocumentRow::read,
        owner.key(),
        limit);
  }

  @Override
  public void put(Row row) {
    sql.write(
        """
        INSERT INTO <p>upload_sessions (document, sealed, position, granularity)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (document) DO UPDATE SET sealed = excluded.sealed,
            position = excluded.position, granularity = excluded.granularity
        """,
        row.document().value(),
        row.sealed().toArray(),
        row.position(),
        row.granularity());
  }

  @Override
  public boolean delete(DocumentId document) {
    return sql.write("DELETE FROM <p>upload_sessions WHERE document = ?", document.value()) > 0;
  }
}
