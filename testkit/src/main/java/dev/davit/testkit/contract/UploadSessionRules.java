package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.UploadSessionStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Upload sessions, one for each document on its way. */
interface UploadSessionRules extends StoresFixture {
  @Test
  default void uploadSession_put_replacesTheOneBefore() {
    UploadSessionStore.Row first = putUpload("doc1", 0);
    assertThat(upload("doc1")).contains(first);
    UploadSessionStore.Row second = putUpload("doc1", 7_000_000_000L);
    assertThat(upload("doc1")).contains(second);
    assertThat(upload("doc2")).isEmpty();
  }

  @Test
  default void uploadSession_delete_removesThisOneOnly() {
    putUpload("doc1", 1);
    putUpload("doc2", 2);
    assertThat(done(tx -> tx.uploadSessions().delete(new DocumentId("doc1")))).isTrue();
    assertThat(done(tx -> tx.uploadSessions().delete(new DocumentId("doc1")))).isFalse();
    assertThat(upload("doc1")).isEmpty();
    assertThat(upload("doc2")).isPresent();
  }

  @Test
  default void uploadSession_goesWithItsDocument() {
    putUpload("doc1", 1);
    putUpload("doc2", 2);
    write(tx -> tx.documents().delete(Samples.ALICE, new DocumentId("doc1")));
    assertThat(upload("doc1")).isEmpty();
    assertThat(upload("doc2")).isPresent();
  }

  private Optional<UploadSessionStore.Row> upload(String document) {
    return found(tx -> tx.uploadSessions().find(new DocumentId(document)));
  }

  private UploadSessionStore.Row putUpload(String document, long position) {
    DocumentId id = new DocumentId(document);
    UploadSessionStore.Row row =
        new UploadSessionStore.Row(id, Samples.bytes("at " + position), position, 320);
    write(
        tx -> {
          if (tx.documents().find(Samples.ALICE, id).isEmpty()) {
            tx.documents()
                .insert(Samples.document(document, Samples.ALICE, Document.State.UPLOADING));
          }
          tx.uploadSessions().put(row);
        });
    return row;
  }
}
