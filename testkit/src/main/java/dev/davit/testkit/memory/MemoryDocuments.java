package dev.davit.testkit.memory;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.UploadSessionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemoryDocuments(
    Table<DocumentId, Document> rows, Table<DocumentId, UploadSessionStore.Row> uploads)
    implements DocumentStore {
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::createdAt)
          .reversed()
          .thenComparing(position -> position.id().value());

  @Override
  public Optional<Document> find(Owner owner, DocumentId id) {
    return rows.find(id).filter(of(owner));
  }

  @Override
  public List<Document> list(Owner owner, @Nullable Position after, int limit) {
    return rows.all()
        .filter(of(owner))
        .filter(row -> row.state() == State.READY || row.state() == State.LOST)
        .filter(row -> after == null || ORDER.compare(position(row), after) > 0)
        .sorted(Comparator.comparing(MemoryDocuments::position, ORDER))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Document> all(Owner owner, @Nullable DocumentId after, int limit) {
    return byId(of(owner), after, limit);
  }

  @Override
  public List<Document> in(
      Owner owner, ConnectionId connection, @Nullable DocumentId after, int limit) {
    return byId(of(owner).and(row -> connection.equals(row.connection())), after, limit);
  }

  private List<Document> byId(Predicate<Document> such, @Nullable DocumentId after, int limit) {
    return rows.all()
        .filter(such)
        .filter(row -> after == null || row.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(row -> row.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Owner owner, ConnectionId connection) {
    return rows.all().filter(of(owner).and(row -> isIn(connection, row))).count();
  }

  @Override
  public boolean isAnother(Document document, EntryId entry) {
    return others(document).anyMatch(row -> entry.equals(row.entry()));
  }

  @Override
  public boolean isAwaited(Document document) {
    return others(document)
        .anyMatch(row -> row.state() == State.UPLOADING && isSamePlace(row, document));
  }

  private Stream<Document> others(Document document) {
    return rows.all()
        .filter(of(document.owner()))
        .filter(row -> !row.id().equals(document.id()))
        .filter(row -> row.provider().equals(document.provider()))
        .filter(row -> Objects.equals(row.connection(), document.connection()));
  }

  private static boolean isSamePlace(Document one, Document other) {
    return one.folder().equals(other.folder()) && one.storedName().equals(other.storedName());
  }

  @Override
  public void insert(Document document) {
    if (!rows.add(document.id(), document)) {
      throw new IllegalStateException("there is a document of this id already");
    }
  }

  @Override
  public boolean setStoredName(Owner owner, DocumentId id, String storedName) {
    return rows.update(id, is(owner, State.UPLOADING), row -> Documents.named(row, storedName));
  }

  @Override
  public boolean setRead(Owner owner, DocumentId id, long size, String sha256) {
    return rows.update(id, is(owner, State.UPLOADING), row -> Documents.read(row, size, sha256));
  }

  @Override
  public boolean ready(Owner owner, DocumentId id, EntryId entry, boolean altered) {
    return rows.update(id, is(owner, State.UPLOADING), row -> Documents.ready(row, entry, altered));
  }

  @Override
  public boolean setState(Owner owner, DocumentId id, State from, State to) {
    return rows.update(id, is(owner, from), row -> Documents.in(row, to));
  }

  @Override
  public boolean exchangePlaces(Owner owner, DocumentId one, DocumentId other) {
    Optional<Document> first = find(owner, one);
    Optional<Document> second = find(owner, other);
    return first.isPresent()
        && second.isPresent()
        && rows.update(one, of(owner), row -> Documents.at(row, second.get()))
        && rows.update(other, of(owner), row -> Documents.at(row, first.get()));
  }

  @Override
  public boolean delete(Owner owner, DocumentId id) {
    boolean removed = rows.remove(id, of(owner));
    if (removed) {
      uploads.remove(id);
    }
    return removed;
  }

  private static boolean isIn(ConnectionId connection, Document row) {
    return connection.equals(row.connection()) && row.state() != State.DELETING;
  }

  private static Predicate<Document> of(Owner owner) {
    return row -> row.owner().equals(owner);
  }

  private static Predicate<Document> is(Owner owner, State state) {
    return of(owner).and(row -> row.state() == state);
  }

  private static Position position(Document row) {
    return new Position(row.createdAt(), row.id());
  }
}
