package dev.davit.testkit.memory;

import dev.davit.ports.DocumentId;
import dev.davit.ports.store.UploadSessionStore;
import java.util.Optional;

record MemoryUploadSessions(Table<DocumentId, UploadSessionStore.Row> rows)
    implements UploadSessionStore {
  @Override
  public Optional<Row> find(DocumentId document) {
    return rows.find(document);
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
