package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which document a file belongs to. */
interface DocumentClaimRules extends StoresFixture {
  /** The file that it is about. */
  EntryId FILE = new EntryId("file_1");

  @Test
  default void document_isAwaited_whileAnotherOfThatNameIsUploading() {
    for (@Nullable String connection : new @Nullable String[] {null, "conn1"}) {
      announce("mine", ALICE, connection);
      assertThat(isAwaited("mine", ALICE)).isFalse();
      announce("other", ALICE, connection);
      assertThat(isAwaited("mine", ALICE)).isFalse();
      write(tx -> tx.documents().setStoredName(ALICE, new DocumentId("other"), "stored mine"));
      assertThat(isAwaited("mine", ALICE)).isTrue();
      become("other", State.UPLOADING, State.DELETING);
      assertThat(isAwaited("mine", ALICE)).isFalse();
      clear(ALICE);
    }
  }

  @Test
  default void file_isAnother_inWhateverStateThatIs() {
    announce("mine", ALICE, "conn1");
    announce("other", ALICE, "conn1");
    assertThat(isAnother("mine", ALICE)).isFalse();
    write(tx -> tx.documents().ready(ALICE, new DocumentId("other"), FILE, false));
    assertThat(isAnother("mine", ALICE)).isTrue();
    become("other", State.READY, State.DELETING);
    assertThat(isAnother("mine", ALICE)).isTrue();
    assertThat(isAnother("other", ALICE)).isFalse();
  }

  @Test
  default void document_hasNothingToDoWithThoseElsewhere() {
    announce("mine", ALICE, "conn1");
    announce("other", ALICE, null);
    announce("third", ALICE, null);
    announce("bobs", BOB, "conn1");
    write(tx -> tx.documents().ready(ALICE, new DocumentId("other"), FILE, false));
    write(tx -> tx.documents().setStoredName(ALICE, new DocumentId("third"), "stored mine"));
    write(tx -> tx.documents().setStoredName(BOB, new DocumentId("bobs"), "stored mine"));
    assertThat(isAnother("mine", ALICE)).isFalse();
    assertThat(isAwaited("mine", ALICE)).isFalse();
  }

  private void become(String id, State from, State to) {
    write(tx -> tx.documents().setState(ALICE, new DocumentId(id), from, to));
  }

  private void announce(String id, Owner owner, @Nullable String connection) {
    write(
        tx ->
            tx.documents()
                .insert(Samples.document(id, owner, State.UPLOADING, connection, Samples.TIME)));
  }

  private boolean isAnother(String id, Owner owner) {
    return is(tx -> tx.documents().isAnother(find(tx, id, owner), FILE));
  }

  private boolean isAwaited(String id, Owner owner) {
    return is(tx -> tx.documents().isAwaited(find(tx, id, owner)));
  }

  private static Document find(Transaction tx, String id, Owner owner) {
    return tx.documents().find(owner, new DocumentId(id)).orElseThrow();
  }

  private void clear(Owner owner) {
    write(tx -> tx.documents().delete(owner, new DocumentId("mine")));
    write(tx -> tx.documents().delete(owner, new DocumentId("other")));
  }
}
