package dev.davit.testkit.memory;

import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.UploadSessionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

record MemoryUploadSessions(
    Table<DocumentId, UploadSessionStore.Row> rows, Table<DocumentId, Document> documents)
    implements UploadSessionStore {
  private static final Comparator<Document> ORDER =
      Comparator.comparing(Document::createdAt).reversed().thenComparing(row -> row.id().value());

  @Override
  public Optional<Row> find(DocumentId document) {
    return rows.find(document);
  }

  @Override
  public List<Document> unfinished(Owner owner, int limit) {
    return documents
        .all()
        .filter(row -> row.owner().equals(owner) && row.state() == Document.State.UPLOADING)
        .filter(row -> find(row.id()).isPresent())
        .sorted(ORDER)
        .limit(limit)
        .toList();
  }

  @Override
  public void put(Row row) {
    rows.put(row.document(), row);
  }

  @Override
  public boolean delete(DocumentId document) {
    return rows.remove(document);
  }
}
