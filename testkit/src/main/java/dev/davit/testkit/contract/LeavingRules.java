package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.AccountId;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.OwnerStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked of the stores when somebody leaves. */
interface LeavingRules extends StoresFixture {
  @Test
  default void account_delete_removesIt_andFreesTheEmail() {
    AccountId id = new AccountId("acc1");
    write(tx -> tx.accounts().insert(Samples.account("acc1", "a@x"), new Secret("hash")));
    assertThat(done(tx -> tx.accounts().delete(id))).isTrue();
    assertThat(done(tx -> tx.accounts().delete(id))).isFalse();
    assertThat(found(tx -> tx.accounts().findByEmail("a@x"))).isEmpty();
    assertThat(found(tx -> tx.accounts().passwordHash(id))).isEmpty();
    write(tx -> tx.accounts().insert(Samples.account("acc2", "a@x"), new Secret("hash")));
  }

  @Test
  default void accounts_areCountedByRole() {
    write(tx -> tx.accounts().insert(Samples.account("acc1", "a@x"), new Secret("hash")));
    write(tx -> tx.accounts().insert(Samples.account("acc2", "b@x"), new Secret("hash")));
    assertThat(accounts(Account.Role.USER)).isEqualTo(2);
    assertThat(accounts(Account.Role.ADMIN)).isZero();
  }

  private long accounts(Account.Role role) {
    return stores().<Long>reading(tx -> tx.accounts().count(role));
  }

  @Test
  default void E2_owner_setStateEnded_destroysTheKey() {
    write(tx -> tx.owners().insert(Samples.owner(ALICE)));
    assertThat(done(tx -> tx.owners().setState(ALICE, OwnerStore.State.ENDED))).isTrue();
    assertThat(found(tx -> tx.owners().find(ALICE.id())))
        .contains(new OwnerStore.Row(ALICE, OwnerStore.State.ENDED, null, Samples.TIME));
  }

  @Test
  default void jobs_list_isOfOneOwner_byId() {
    for (String id : List.of("b", "a", "B")) {
      write(tx -> tx.jobs().insert(Samples.job(id, Samples.TIME)));
    }
    assertThat(listed(tx -> tx.jobs().list(ALICE, 2)))
        .extracting(job -> job.id().value())
        .containsExactly("B", "a");
    assertThat(listed(tx -> tx.jobs().list(BOB, 2))).isEmpty();
    assertThat(listed(tx -> tx.jobs().list(NEXT_ALICE, 2))).isEmpty();
  }

  @Test
  default void documents_all_areOfOneOwner_inEveryState_byId() {
    for (State state : State.values()) {
      write(tx -> tx.documents().insert(Samples.document("d-" + state, ALICE, state)));
    }
    write(tx -> tx.documents().insert(in("e", "conn1")));
    write(tx -> tx.documents().insert(in("f", "conn2")));
    write(tx -> tx.documents().insert(Samples.document("bob", BOB, State.READY)));
    assertThat(all(null, 3)).containsExactly("d-DELETING", "d-LOST", "d-READY");
    assertThat(all("d-READY", 9)).containsExactly("d-UPLOADING", "e", "f");
    ConnectionId connection = new ConnectionId("conn1");
    assertThat(listed(tx -> tx.documents().in(ALICE, connection, null, 9)))
        .containsExactly(in("e", "conn1"));
    assertThat(listed(tx -> tx.documents().in(ALICE, connection, new DocumentId("e"), 9)))
        .isEmpty();
    assertThat(listed(tx -> tx.documents().in(BOB, connection, null, 9))).isEmpty();
  }

  @Test
  default void documents_exchangePlaces_changesWhereTheyAre_andNothingElse() {
    Document one = in("one", "conn1");
    Document two = Samples.document("two", ALICE, State.UPLOADING);
    write(tx -> tx.documents().insert(one));
    write(tx -> tx.documents().insert(two));
    write(tx -> tx.documents().setRead(ALICE, two.id(), 7, "hash of two"));
    write(tx -> tx.documents().ready(ALICE, two.id(), new EntryId("there"), true));
    assertThat(done(tx -> tx.documents().exchangePlaces(ALICE, one.id(), two.id()))).isTrue();
    Document now = found(tx -> tx.documents().find(ALICE, one.id())).orElseThrow();
    Document old = found(tx -> tx.documents().find(ALICE, two.id())).orElseThrow();
    assertThat(now.connection()).isNull();
    assertThat(now.storedName()).isEqualTo("stored two");
    assertThat(now.tag()).isEqualTo("tag-two");
    assertThat(now.entry()).isEqualTo(new EntryId("there"));
    assertThat(now.size()).isEqualTo(7);
    assertThat(now.sha256()).isEqualTo("hash of two");
    assertThat(now.altered()).isTrue();
    assertThat(now.name()).isEqualTo(one.name());
    assertThat(now.state()).isEqualTo(one.state());
    assertThat(old.connection()).isEqualTo(new ConnectionId("conn1"));
    assertThat(old.tag()).isEqualTo("tag-one");
    assertThat(old.sha256()).isEqualTo(one.sha256());
    assertThat(old.altered()).isFalse();
  }

  @Test
  default void documents_exchangePlaces_ofWhatIsNotThere_changesNothing() {
    Document one = in("one", "conn1");
    write(tx -> tx.documents().insert(one));
    write(tx -> tx.documents().insert(Samples.document("bob", BOB, State.READY)));
    for (String other : List.of("bob", "nobody")) {
      DocumentId id = new DocumentId(other);
      assertThat(done(tx -> tx.documents().exchangePlaces(ALICE, one.id(), id))).isFalse();
      assertThat(done(tx -> tx.documents().exchangePlaces(ALICE, id, one.id()))).isFalse();
    }
    assertThat(found(tx -> tx.documents().find(ALICE, one.id()))).contains(one);
  }

  @Test
  default void audit_find_isNewestFirst_byAllThatIsGiven() {
    write6();
    assertThat(sequences(AuditFilter.ALL, null, 2)).containsExactly(6L, 5L);
    assertThat(sequences(AuditFilter.ALL, 5L, 9)).containsExactly(4L, 3L, 2L, 1L);
    assertThat(sequences(such(ALICE.key(), null, null), null, 9)).containsExactly(4L, 2L);
    assertThat(sequences(such(null, "connection.", "ok"), null, 9)).hasSize(6);
    assertThat(sequences(such(null, "connection.connected", null), null, 9)).hasSize(6);
    assertThat(sequences(such(null, "connection", null), null, 9)).isEmpty();
    assertThat(sequences(such(null, "%.", null), null, 9)).isEmpty();
    assertThat(sequences(such(null, null, "no"), null, 9)).isEmpty();
    AuditFilter time =
        new AuditFilter(null, null, null, Samples.TIME.plusMillis(2), Samples.TIME.plusMillis(4));
    assertThat(sequences(time, null, 9)).containsExactly(3L, 2L);
  }

  @Test
  default void D4_audit_erase_takesThePersonalPartOnly() {
    write6();
    assertThat(counted(tx -> tx.audit().erase(such(ALICE.key(), null, null), 1))).isEqualTo(1);
    assertThat(counted(tx -> tx.audit().erase(such(ALICE.key(), null, null), 9))).isEqualTo(1);
    assertThat(counted(tx -> tx.audit().erase(such(ALICE.key(), null, null), 9))).isZero();
    assertThat(listed(tx -> tx.audit().list(null, 3, 1))).containsExactly(erased(4));
    assertThat(listed(tx -> tx.audit().list(BOB.key(), 0, 9))).hasSize(2);
    assertThat(counted(tx -> tx.audit().erase(AuditFilter.ALL, 9))).isEqualTo(2);
    assertThat(listed(tx -> tx.audit().list(null, 0, 9))).hasSize(6);
  }

  private void write6() {
    for (int i = 1; i <= 6; i++) {
      AuditEntry entry = Samples.audit(i, i % 3 == 0 ? null : i % 2 == 0 ? ALICE : BOB);
      write(tx -> tx.audit().append(entry));
    }
  }

  private static AuditEntry erased(long sequence) {
    return Samples.audit(sequence, null);
  }

  private static AuditFilter such(
      @Nullable String owner, @Nullable String action, @Nullable String outcome) {
    return new AuditFilter(owner, action, outcome, null, null);
  }

  private List<Long> sequences(AuditFilter such, @Nullable Long before, int limit) {
    return listed(tx -> tx.audit().find(such, before, limit)).stream()
        .map(AuditEntry::sequence)
        .toList();
  }

  private List<String> all(@Nullable String after, int limit) {
    DocumentId position = after == null ? null : new DocumentId(after);
    return listed(tx -> tx.documents().all(ALICE, position, limit)).stream()
        .map(document -> document.id().value())
        .toList();
  }

  private static Document in(String id, String connection) {
    return Samples.document(id, ALICE, State.READY, connection, Samples.TIME);
  }
}
