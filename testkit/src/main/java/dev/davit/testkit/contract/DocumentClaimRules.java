package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which document a file belongs to. */
interface DocumentClaimRules extends StoresFixture {
  /** The file that it is about. */
  EntryId FILE = new EntryId("file_1");

  @Test
  default void document_isClaimed_byAnotherOfThatNameInThatPlace() {
    for (@Nullable String connection : new @Nullable String[] {null, "conn1"}) {
      announce("mine", ALICE, connection);
      assertThat(isClaimed("mine", ALICE)).isFalse();
      announce("other", ALICE, connection);
      assertThat(isClaimed("mine", ALICE)).isFalse();
      write(tx -> tx.documents().setStoredName(ALICE, new DocumentId("other"), "stored mine"));
      assertThat(isClaimed("mine", ALICE)).isTrue();
      clear(ALICE);
    }
  }

  @Test
  default void document_isClaimed_byAnotherThatIsThatFile() {
    announce("mine", ALICE, "conn1");
    announce("other", ALICE, "conn1");
    write(tx -> tx.documents().ready(ALICE, new DocumentId("other"), FILE, false));
    assertThat(isClaimed("mine", ALICE)).isTrue();
    write(
        tx -> tx.documents().setState(ALICE, new DocumentId("other"), State.READY, State.DELETING));
    assertThat(isClaimed("mine", ALICE)).isTrue();
    assertThat(isClaimed("other", ALICE)).isFalse();
  }

  @Test
  default void document_isNotClaimed_fromElsewhere() {
    announce("mine", ALICE, "conn1");
    announce("other", ALICE, null);
    announce("bobs", BOB, "conn1");
    write(tx -> tx.documents().ready(ALICE, new DocumentId("other"), FILE, false));
    write(tx -> tx.documents().setStoredName(BOB, new DocumentId("bobs"), "stored mine"));
    assertThat(isClaimed("mine", ALICE)).isFalse();
  }

  private void announce(String id, Owner owner, @Nullable String connection) {
    write(
        tx ->
            tx.documents()
                .insert(Samples.document(id, owner, State.UPLOADING, connection, Samples.TIME)));
  }

  private boolean isClaimed(String id, Owner owner) {
    return is(
        tx ->
            tx.documents()
                .isClaimedByAnother(
                    tx.documents().find(owner, new DocumentId(id)).orElseThrow(), FILE));
  }

  private void clear(Owner owner) {
    write(tx -> tx.documents().delete(owner, new DocumentId("mine")));
    write(tx -> tx.documents().delete(owner, new DocumentId("other")));
  }
}
