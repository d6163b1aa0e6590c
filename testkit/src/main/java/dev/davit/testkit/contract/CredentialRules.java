package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.CredentialStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Credentials: one for each connection, replaced by compare and set. */
interface CredentialRules extends StoresFixture {
  @Test
  default void credential_find_answersTheFirstVersion() {
    ConnectionId id = insertCredential();
    assertThat(credential(id))
        .contains(new CredentialStore.Row(1, Samples.bytes("first"), null, null));
    assertThat(credential(new ConnectionId("conn2"))).isEmpty();
  }

  @Test
  default void credential_replace_raisesTheVersion() {
    ConnectionId id = insertCredential();
    assertThat(replace(id, 1, "second")).isTrue();
    assertThat(replace(id, 2, "third")).isTrue();
    assertThat(credential(id))
        .contains(new CredentialStore.Row(3, Samples.bytes("third"), null, null));
  }

  @Test
  default void credential_replace_ofAnotherVersion_changesNothing() {
    ConnectionId id = insertCredential();
    replace(id, 1, "second");
    Optional<CredentialStore.Row> before = credential(id);
    for (long version : new long[] {0, 1, 3}) {
      assertThat(replace(id, version, "late")).isFalse();
    }
    assertThat(credential(id)).isEqualTo(before);
    assertThat(replace(new ConnectionId("conn2"), 1, "nowhere")).isFalse();
  }

  @Test
  default void R1_credential_replace_byEightAtOnce_oneWins() {
    ConnectionId id = insertCredential();
    List<Boolean> won = Together.run(8, writer -> replace(id, 1, "by " + writer));
    assertThat(won).containsOnlyOnce(true);
    int winner = won.indexOf(true);
    assertThat(credential(id))
        .contains(new CredentialStore.Row(2, Samples.bytes("by " + winner), null, null));
  }

  @Test
  default void credential_delete_leavesTheConnection() {
    ConnectionId id = insertCredential();
    assertThat(done(tx -> tx.credentials().delete(id))).isTrue();
    assertThat(done(tx -> tx.credentials().delete(id))).isFalse();
    assertThat(credential(id)).isEmpty();
    assertThat(found(tx -> tx.connections().find(Samples.ALICE, id))).isPresent();
  }

  private boolean replace(ConnectionId id, long version, String sealed) {
    return done(tx -> tx.credentials().replace(id, version, Samples.bytes(sealed)));
  }

  private ConnectionId insertCredential() {
    ConnectionId id = new ConnectionId("conn1");
    write(tx -> Samples.insertConnection(tx, "conn1"));
    write(tx -> tx.credentials().insert(id, Samples.bytes("first")));
    return id;
  }

  private Optional<CredentialStore.Row> credential(ConnectionId id) {
    return found(tx -> tx.credentials().find(id));
  }
}
