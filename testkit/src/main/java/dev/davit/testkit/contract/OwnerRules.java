package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.OwnerStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Owners and their settings. */
interface OwnerRules extends StoresFixture {
  @Test
  default void owner_find_answersWhatWasInserted() {
    assertThat(owner(ALICE.id())).isEmpty();
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    assertThat(owner(ALICE.id())).contains(Samples.owner(ALICE));
    assertThat(owner(BOB.id())).isEmpty();
    assertThat(owner(new OwnerId("ALICE"))).isEmpty();
  }

  @Test
  default void owner_find_answersTheNewestGeneration() {
    Owner tenth = new Owner(ALICE.id(), 10);
    write(Samples::insertOwners);
    assertThat(owner(ALICE.id())).contains(Samples.owner(NEXT_ALICE));
    write(tx -> tx.owners().insert(Samples.owner(tenth)));
    assertThat(owner(ALICE.id())).contains(Samples.owner(tenth));
  }

  @Test
  default void owner_insert_twice_isRefused() {
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    Kinds.assertFails(
        ErrorKind.CONFLICT, () -> write(tx -> tx.owners().insert(Samples.owner(ALICE))));
  }

  @Test
  default void owner_insert_ofIdsThatDatabasesLikeToFold_keepsThemApart() {
    for (String id : new String[] {"é", "e\u0301", "E", "e", "e ", "%", "_", "'", "🚀"}) {
      Owner owner = new Owner(new OwnerId(id), 1);
      write(tx -> tx.owners().insert(Samples.owner(owner)));
      assertThat(owner(owner.id())).contains(Samples.owner(owner));
    }
  }

  @Test
  default void owner_setState_keepsTheKeyUntilPurged() {
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    assertThat(done(tx -> tx.owners().setState(ALICE, OwnerStore.State.PURGING))).isTrue();
    assertThat(owner(ALICE.id()).orElseThrow())
        .isEqualTo(
            new OwnerStore.Row(
                ALICE, OwnerStore.State.PURGING, Samples.owner(ALICE).key(), Samples.TIME));
  }

  @Test
  default void E2_owner_setStatePurged_destroysTheKey_andLeavesATombstone() {
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    assertThat(done(tx -> tx.owners().setState(ALICE, OwnerStore.State.PURGED))).isTrue();
    assertThat(owner(ALICE.id()))
        .contains(new OwnerStore.Row(ALICE, OwnerStore.State.PURGED, null, Samples.TIME));
  }

  @Test
  default void owner_setState_isOfOneGeneration() {
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    assertThat(done(tx -> tx.owners().setState(NEXT_ALICE, OwnerStore.State.PURGED))).isFalse();
    write(tx -> tx.owners().insert(Samples.owner(NEXT_ALICE)));
    assertThat(done(tx -> tx.owners().setState(ALICE, OwnerStore.State.PURGED))).isTrue();
    assertThat(owner(ALICE.id())).contains(Samples.owner(NEXT_ALICE));
  }

  @Test
  default void defaultStorage_isWhatWasSetLast() {
    DefaultStorage theirs =
        new DefaultStorage(Samples.WEBDAV, new ConnectionId("conn1"), new EntryId("folder_1"));
    DefaultStorage ours = new DefaultStorage(Samples.WEBDAV, null, EntryId.ROOT);
    write(tx -> Samples.insertConnection(tx, "conn1"));
    write(tx -> tx.ownerSettings().setDefaultStorage(ALICE, theirs));
    assertThat(defaultStorage(ALICE)).contains(theirs);
    write(tx -> tx.ownerSettings().setDefaultStorage(ALICE, ours));
    assertThat(defaultStorage(ALICE)).contains(ours);
  }

  @Test
  default void defaultStorage_isOfOneOwnerAndGeneration() {
    DefaultStorage ours = new DefaultStorage(Samples.WEBDAV, null, EntryId.ROOT);
    write(Samples::insertOwners);
    write(tx -> tx.ownerSettings().setDefaultStorage(ALICE, ours));
    assertThat(defaultStorage(BOB)).isEmpty();
    assertThat(defaultStorage(NEXT_ALICE)).isEmpty();
    assertThat(done(tx -> tx.ownerSettings().clearDefaultStorage(BOB))).isFalse();
    assertThat(defaultStorage(ALICE)).contains(ours);
  }

  @Test
  default void defaultStorage_cleared_isGone() {
    write(Samples::insertOwners);
    write(
        tx ->
            tx.ownerSettings()
                .setDefaultStorage(ALICE, new DefaultStorage(Samples.WEBDAV, null, EntryId.ROOT)));
    assertThat(done(tx -> tx.ownerSettings().clearDefaultStorage(ALICE))).isTrue();
    assertThat(done(tx -> tx.ownerSettings().clearDefaultStorage(ALICE))).isFalse();
    assertThat(defaultStorage(ALICE)).isEmpty();
  }

  @Test
  default void defaultStorage_outlivesItsConnection() {
    DefaultStorage theirs =
        new DefaultStorage(Samples.WEBDAV, new ConnectionId("conn1"), EntryId.ROOT);
    write(tx -> Samples.insertConnection(tx, "conn1"));
    write(tx -> tx.ownerSettings().setDefaultStorage(ALICE, theirs));
    write(tx -> tx.connections().delete(ALICE, new ConnectionId("conn1")));
    assertThat(defaultStorage(ALICE)).contains(theirs);
  }

  private Optional<OwnerStore.Row> owner(OwnerId id) {
    return found(tx -> tx.owners().find(id));
  }

  private Optional<DefaultStorage> defaultStorage(Owner owner) {
    return found(tx -> tx.ownerSettings().defaultStorage(owner));
  }
}
