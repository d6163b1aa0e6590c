package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.UploadSessionStore;
import java.util.List;
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

  @Test
  default void uploadSession_unfinished_areTheOwnersUploadingOnesNewestFirst() {
    for (String id : List.of("b", "a", "c")) {
      putUpload(id, 0);
    }
    write(
        tx -> {
          DocumentStore documents = tx.documents();
          documents.insert(
              Samples.document(
                  "z", Samples.ALICE, Document.State.UPLOADING, null, Samples.TIME.minusMillis(1)));
          documents.insert(Samples.document("none", Samples.ALICE, Document.State.UPLOADING));
          documents.insert(Samples.document("bobs", Samples.BOB, Document.State.UPLOADING));
          tx.uploadSessions().put(row("z", 1));
          tx.uploadSessions().put(row("bobs", 1));
          documents.setState(
              Samples.ALICE,
              new DocumentId("c"),
              Document.State.UPLOADING,
              Document.State.DELETING);
        });
    assertThat(unfinished(Samples.ALICE, 10)).containsExactly("a", "b", "z");
    assertThat(unfinished(Samples.ALICE, 2)).containsExactly("a", "b");
    assertThat(unfinished(Samples.BOB, 10)).containsExactly("bobs");
    assertThat(unfinished(Samples.NEXT_ALICE, 10)).isEmpty();
  }

  private List<String> unfinished(Owner owner, int limit) {
    return listed(tx -> tx.uploadSessions().unfinished(owner, limit)).stream()
        .map(document -> document.id().value())
        .toList();
  }

  private static UploadSessionStore.Row row(String document, long position) {
    return new UploadSessionStore.Row(
        new DocumentId(document), Samples.bytes("at " + position), position, 320);
  }

  private Optional<UploadSessionStore.Row> upload(String document) {
    return found(tx -> tx.uploadSessions().find(new DocumentId(document)));
  }

  private UploadSessionStore.Row putUpload(String document, long position) {
    DocumentId id = new DocumentId(document);
    UploadSessionStore.Row row = row(document, position);
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
