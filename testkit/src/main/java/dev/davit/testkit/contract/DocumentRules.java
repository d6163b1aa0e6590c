package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Documents, one at a time. */
interface DocumentRules extends StoresFixture {
  /** The document that most rules are tried on. */
  DocumentId DOC = new DocumentId("doc1");

  /** What the provider calls it. */
  EntryId ENTRY = new EntryId("entry_1");

  @Test
  default void document_find_answersWhatWasInserted() {
    Document full =
        new Document(
            new DocumentId("doc2"),
            BOB,
            "n",
            "t/t",
            State.LOST,
            Samples.WEBDAV,
            new ConnectionId("conn1"),
            new EntryId("e".repeat(1024)),
            "s",
            "tag-tag-tag",
            ENTRY,
            7_000_000_000L,
            "ab".repeat(32),
            true,
            Samples.TIME);
    Document announced = insertDocument(State.UPLOADING);
    write(tx -> tx.documents().insert(full));
    assertThat(document()).isEqualTo(announced);
    assertThat(found(tx -> tx.documents().find(BOB, full.id()))).contains(full);
  }

  @Test
  default void document_ofAnotherOwner_isNotThere() {
    Document before = insertDocument(State.UPLOADING);
    for (Owner other : List.of(BOB, NEXT_ALICE)) {
      assertThat(found(tx -> tx.documents().find(other, DOC))).isEmpty();
      for (Predicate<Transaction> change : changesOf(other, DOC)) {
        assertThat(done(change)).isFalse();
      }
    }
    assertThat(document()).isEqualTo(before);
  }

  @Test
  default void document_unknown_isNotThere() {
    insertDocument(State.UPLOADING);
    DocumentId unknown = new DocumentId("doc2");
    assertThat(found(tx -> tx.documents().find(ALICE, unknown))).isEmpty();
    for (Predicate<Transaction> change : changesOf(ALICE, unknown)) {
      assertThat(done(change)).isFalse();
    }
  }

  @Test
  default void document_uploading_becomesReadyStepByStep() {
    insertDocument(State.UPLOADING);
    assertThat(done(tx -> tx.documents().setStoredName(ALICE, DOC, "a (2).pdf"))).isTrue();
    assertThat(done(tx -> tx.documents().setRead(ALICE, DOC, 0, "00".repeat(32)))).isTrue();
    assertThat(document().storedName()).isEqualTo("a (2).pdf");
    assertThat(document().size()).isZero();
    assertThat(document().sha256()).isEqualTo("00".repeat(32));
    assertThat(document().state()).isEqualTo(State.UPLOADING);
    assertThat(done(tx -> tx.documents().ready(ALICE, DOC, ENTRY, true))).isTrue();
    assertThat(document().state()).isEqualTo(State.READY);
    assertThat(document().entry()).isEqualTo(ENTRY);
    assertThat(document().altered()).isTrue();
    assertThat(document().size()).isZero();
  }

  @Test
  default void document_inAnyOtherState_isNoUploadAnyMore() {
    for (State state : List.of(State.READY, State.DELETING, State.LOST)) {
      DocumentId id = new DocumentId("doc-" + state);
      Document before = Samples.document(id.value(), ALICE, state);
      write(tx -> tx.documents().insert(before));
      assertThat(done(tx -> tx.documents().setStoredName(ALICE, id, "late"))).isFalse();
      assertThat(done(tx -> tx.documents().setRead(ALICE, id, 1, "late"))).isFalse();
      assertThat(done(tx -> tx.documents().ready(ALICE, id, ENTRY, false))).isFalse();
      assertThat(found(tx -> tx.documents().find(ALICE, id))).contains(before);
    }
  }

  @Test
  default void document_setState_onlyFromTheStateThatWasSeen() {
    insertDocument(State.READY);
    assertThat(done(tx -> tx.documents().setState(ALICE, DOC, State.LOST, State.READY))).isFalse();
    assertThat(done(tx -> tx.documents().setState(ALICE, DOC, State.READY, State.LOST))).isTrue();
    assertThat(document().state()).isEqualTo(State.LOST);
    assertThat(done(tx -> tx.documents().setState(ALICE, DOC, State.READY, State.DELETING)))
        .isFalse();
    assertThat(done(tx -> tx.documents().setState(ALICE, DOC, State.LOST, State.DELETING)))
        .isTrue();
    assertThat(document()).isEqualTo(Samples.document("doc1", ALICE, State.DELETING));
  }

  @Test
  default void document_readyAndSwept_atOnce_oneWins() {
    for (int round = 0; round < 20; round++) {
      DocumentId id = new DocumentId("race" + round);
      write(tx -> tx.documents().insert(Samples.document(id.value(), ALICE, State.UPLOADING)));
      List<Boolean> won =
          Together.run(
              2,
              i ->
                  done(
                      tx ->
                          i == 0
                              ? tx.documents().ready(ALICE, id, ENTRY, false)
                              : tx.documents()
                                  .setState(ALICE, id, State.UPLOADING, State.DELETING)));
      assertThat(won).containsOnlyOnce(true);
    }
  }

  @Test
  default void document_delete_removesThisOneOnly() {
    insertDocument(State.READY);
    write(tx -> tx.documents().insert(Samples.document("doc2", ALICE, State.READY)));
    assertThat(done(tx -> tx.documents().delete(ALICE, DOC))).isTrue();
    assertThat(done(tx -> tx.documents().delete(ALICE, DOC))).isFalse();
    assertThat(found(tx -> tx.documents().find(ALICE, DOC))).isEmpty();
    assertThat(found(tx -> tx.documents().find(ALICE, new DocumentId("doc2")))).isPresent();
  }

  private static List<Predicate<Transaction>> changesOf(Owner owner, DocumentId id) {
    return List.of(
        tx -> tx.documents().setStoredName(owner, id, "stolen"),
        tx -> tx.documents().setRead(owner, id, 1, "stolen"),
        tx -> tx.documents().ready(owner, id, ENTRY, false),
        tx -> tx.documents().setState(owner, id, State.UPLOADING, State.DELETING),
        tx -> tx.documents().delete(owner, id));
  }

  private Document insertDocument(State state) {
    Document document = Samples.document("doc1", ALICE, state);
    write(Samples::insertOwners);
    write(tx -> tx.documents().insert(document));
    return document;
  }

  private Document document() {
    return found(tx -> tx.documents().find(ALICE, DOC)).orElseThrow();
  }
}
