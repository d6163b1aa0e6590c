package dev.davit.persistence.sql;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.DocumentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents in rows. */
record SqlDocuments(Sql sql) implements DocumentStore {
  private static final String SELECT = "SELECT " + DocumentRow.COLUMNS + " FROM <p>documents ";
  private static final String OF_OWNER = " WHERE id = ? AND owner = ?";
  private static final String LISTED = "WHERE owner = ? AND state IN ('READY', 'LOST') ";
  private static final String ORDER = "ORDER BY created_at DESC, id LIMIT ?";

  @Override
  public Optional<Document> find(Owner owner, DocumentId id) {
    return sql.one(SELECT + OF_OWNER, DocumentRow::read, id.value(), owner.key());
  }

  @Override
  public List<Document> list(Owner owner, @Nullable Position after, int limit) {
    if (after == null) {
      return sql.list(SELECT + LISTED + ORDER, DocumentRow::read, owner.key(), limit);
    }
    long time = Times.millis(after.createdAt());
    return sql.list(
        SELECT + LISTED + "AND created_at <= ? AND (created_at < ? OR id > ?) " + ORDER,
        DocumentRow::read,
        owner.key(),
        time,
        time,
        after.id().value(),
        limit);
  }

  @Override
  public List<Document> all(Owner owner, @Nullable DocumentId after, int limit) {
    String from = after == null ? "" : after.value(); // no id is empty
    return sql.list(
        SELECT + "WHERE owner = ? AND id > ? ORDER BY id LIMIT ?",
        DocumentRow::read,
        owner.key(),
        from,
        limit);
  }

  @Override
  public List<Document> in(
      Owner owner, ConnectionId connection, @Nullable DocumentId after, int limit) {
    String from = after == null ? "" : after.value();
    return sql.list(
        SELECT + "WHERE owner = ? AND connection = ? AND id > ? ORDER BY id LIMIT ?",
        DocumentRow::read,
        owner.key(),
        connection.value(),
        from,
        limit);
  }

  @Override
  public long count(Owner owner, ConnectionId connection) {
    return sql.one(
            """
            SELECT COUNT(*) AS n FROM <p>documents
            WHERE owner = ? AND connection = ? AND state <> 'DELETING'
            """,
            row -> row.number("n"),
            owner.key(),
            connection.value())
        .orElse(0L);
  }

  @Override
  public boolean isAnother(Document document, EntryId entry) {
    return isThere(document, "entry = ?", entry.value());
  }

  @Override
  public boolean isAwaited(Document document) {
    return isThere(
        document,
        "state = ? AND folder = ? AND stored_name = ?",
        Document.State.UPLOADING.name(),
        document.folder().value(),
        document.storedName());
  }

  private boolean isThere(Document document, String condition, String... values) {
    ConnectionId connection = document.connection();
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(document.owner().key());
    arguments.add(connection == null ? null : connection.value());
    arguments.add(document.provider().value());
    arguments.add(document.id().value());
    arguments.addAll(List.of(values));
    return sql.one(
            """
            SELECT COUNT(*) AS n FROM <p>documents
            WHERE owner = ? AND connection IS NOT DISTINCT FROM ? AND provider = ? AND id <> ?
            AND %s
            """
                .formatted(condition),
            row -> row.number("n"),
            arguments.toArray())
        .filter(others -> others > 0)
        .isPresent();
  }

  @Override
  public void insert(Document document) {
    sql.insert(
        "INSERT INTO <p>documents ("
            + DocumentRow.COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        DocumentRow.values(document));
  }

  @Override
  public boolean setStoredName(Owner owner, DocumentId id, String storedName) {
    return sql.write(
            "UPDATE <p>documents SET stored_name = ?" + OF_OWNER + " AND state = 'UPLOADING'",
            storedName,
            id.value(),
            owner.key())
        > 0;
  }

  @Override
  public boolean setRead(Owner owner, DocumentId id, long size, String sha256) {
    return sql.write(
            "UPDATE <p>documents SET size = ?, sha256 = ?" + OF_OWNER + " AND state = 'UPLOADING'",
            size,
            sha256,
            id.value(),
            owner.key())
        > 0;
  }

  @Override
  public boolean ready(Owner owner, DocumentId id, EntryId entry, boolean altered) {
    return sql.write(
            "UPDATE <p>documents SET state = 'READY', entry = ?, altered = ?"
                + OF_OWNER
                + " AND state = 'UPLOADING'",
            entry.value(),
            altered ? 1 : 0,
            id.value(),
            owner.key())
        > 0;
  }

  @Override
  public boolean setState(Owner owner, DocumentId id, Document.State from, Document.State to) {
    return sql.write(
            "UPDATE <p>documents SET state = ?" + OF_OWNER + " AND state = ?",
            to.name(),
            id.value(),
            owner.key(),
            from.name())
        > 0;
  }

  @Override
  public boolean exchangePlaces(Owner owner, DocumentId one, DocumentId other) {
    Optional<Document> first = find(owner, one);
    Optional<Document> second = find(owner, other);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    put(one, second.get());
    put(other, first.get());
    return true;
  }

  private void put(DocumentId id, Document place) {
    ConnectionId connection = place.connection();
    EntryId entry = place.entry();
    int unused =
        sql.write(
            """
            UPDATE <p>documents SET provider = ?, connection = ?, folder = ?, stored_name = ?,
                tag = ?, entry = ?, size = ?, sha256 = ?, altered = ?
            """
                + OF_OWNER,
            place.provider().value(),
            connection == null ? null : connection.value(),
            place.folder().value(),
            place.storedName(),
            place.tag(),
            entry == null ? null : entry.value(),
            place.size(),
            place.sha256(),
            place.altered() ? 1 : 0,
            id.value(),
            place.owner().key());
  }

  @Override
  public boolean delete(Owner owner, DocumentId id) {
    return sql.write("DELETE FROM <p>documents" + OF_OWNER, id.value(), owner.key()) > 0;
  }
}
