package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.AccountId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.SessionStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Log-ins. */
interface SessionRules extends StoresFixture {
  @Test
  default void session_find_answersWhatWasInserted() {
    SessionStore.Row row = insertSession("s1", "acc1", 0);
    assertThat(session("s1")).contains(row);
    assertThat(session("S1")).isEmpty();
    assertThat(session("%")).isEmpty();
  }

  @Test
  default void W0_session_delete_endsThisOneOnly() {
    insertSession("s1", "acc1", 0);
    insertSession("s2", "acc1", 0);
    assertThat(done(tx -> tx.sessions().delete("s1"))).isTrue();
    assertThat(done(tx -> tx.sessions().delete("s1"))).isFalse();
    assertThat(session("s1")).isEmpty();
    assertThat(session("s2")).isPresent();
  }

  @Test
  default void W0_session_deleteAll_endsAllOfOneAccount() {
    insertSession("s1", "acc1", 0);
    insertSession("s2", "acc1", 0);
    insertSession("s3", "acc2", 0);
    assertThat(counted(tx -> tx.sessions().deleteAll(new AccountId("acc1")))).isEqualTo(2);
    assertThat(counted(tx -> tx.sessions().deleteAll(new AccountId("acc1")))).isZero();
    assertThat(session("s1")).isEmpty();
    assertThat(session("s3")).isPresent();
  }

  @Test
  default void session_deleteExpired_removesAsManyAsAsked() {
    for (int i = 1; i <= 5; i++) {
      insertSession("old" + i, "acc1", -i);
    }
    insertSession("new", "acc1", 1);
    assertThat(counted(tx -> tx.sessions().deleteExpired(Samples.TIME, 3))).isEqualTo(3);
    assertThat(counted(tx -> tx.sessions().deleteExpired(Samples.TIME, 3))).isEqualTo(2);
    assertThat(counted(tx -> tx.sessions().deleteExpired(Samples.TIME, 3))).isZero();
    assertThat(session("new")).isPresent();
    assertThat(List.of(1, 2, 3, 4, 5)).allMatch(i -> session("old" + i).isEmpty());
  }

  private Optional<SessionStore.Row> session(String id) {
    return found(tx -> tx.sessions().find(id));
  }

  private SessionStore.Row insertSession(String id, String account, int seconds) {
    AccountId accountId = new AccountId(account);
    SessionStore.Row row = new SessionStore.Row(id, accountId, Samples.TIME.plusSeconds(seconds));
    write(
        tx -> {
          if (tx.accounts().find(accountId).isEmpty()) {
            tx.accounts().insert(Samples.account(account, account + "@x"), new Secret("hash"));
          }
          tx.sessions().insert(row);
        });
    return row;
  }
}
