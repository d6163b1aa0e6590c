package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Connections. */
interface ConnectionRules extends StoresFixture {
  /** The connection that most rules are tried on. */
  ConnectionId CONN = new ConnectionId("conn1");

  @Test
  default void connection_find_answersWhatWasInserted() {
    Connection full =
        new Connection(
            new ConnectionId("conn2"),
            BOB,
            Samples.WEBDAV,
            "x".repeat(100),
            "",
            "s".repeat(512),
            Status.REQUIRES_REAUTH,
            "token_dead",
            7_000_000_000L,
            Samples.TIME.minusMillis(1),
            Samples.TIME);
    write(tx -> Samples.insertConnection(tx, "conn1"));
    write(tx -> tx.connections().insert(full));
    assertThat(connection()).isEqualTo(Samples.connection("conn1", ALICE, "subject-conn1"));
    assertThat(found(tx -> tx.connections().find(BOB, full.id()))).contains(full);
  }

  @Test
  default void connection_ofAnotherOwner_isNotThere() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    Connection before = connection();
    for (Owner other : List.of(BOB, NEXT_ALICE)) {
      assertThat(found(tx -> tx.connections().find(other, CONN))).isEmpty();
      assertThat(listed(tx -> tx.connections().list(other))).isEmpty();
      assertThat(bySubject(other, Samples.WEBDAV, "subject-conn1")).isEmpty();
      for (Predicate<Transaction> change : changes(other, CONN)) {
        assertThat(done(change)).isFalse();
      }
    }
    assertThat(connection()).isEqualTo(before);
  }

  @Test
  default void connection_unknown_isNotThere() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    ConnectionId unknown = new ConnectionId("conn2");
    assertThat(found(tx -> tx.connections().find(ALICE, unknown))).isEmpty();
    for (Predicate<Transaction> change : changes(ALICE, unknown)) {
      assertThat(done(change)).isFalse();
    }
  }

  @Test
  default void connection_findBySubject_takesOwnerProviderAndSubject() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(bySubject(ALICE, Samples.WEBDAV, "subject-conn1")).contains(connection());
    assertThat(bySubject(ALICE, Samples.WEBDAV, "SUBJECT-conn1")).isEmpty();
    assertThat(bySubject(ALICE, new ProviderId("nextcloud"), "subject-conn1")).isEmpty();
  }

  @Test
  default void connection_insert_ofTheSameAccountOfTheSameOwner_isRefused() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    Connection again = Samples.connection("conn2", ALICE, "subject-conn1");
    Kinds.assertFails(ErrorKind.CONFLICT, () -> write(tx -> tx.connections().insert(again)));
    assertThat(listed(tx -> tx.connections().list(ALICE))).containsExactly(connection());
  }

  @Test
  default void connection_insert_ofTheSameSubjectElsewhere_isAnother() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    ProviderId other = new ProviderId("nextcloud");
    write(
        tx -> {
          tx.connections().insert(Samples.connection("b", BOB, "subject-conn1"));
          tx.connections().insert(Samples.connection("n", NEXT_ALICE, "subject-conn1"));
          tx.connections()
              .insert(Samples.connection("p", ALICE, other, "subject-conn1", Samples.TIME));
        });
    assertThat(bySubject(ALICE, other, "subject-conn1")).isPresent();
    assertThat(listed(tx -> tx.connections().listBySubject(Samples.WEBDAV, "subject-conn1")))
        .extracting(connection -> connection.id().value())
        .containsExactlyInAnyOrder("conn1", "b", "n");
    assertThat(listed(tx -> tx.connections().listBySubject(Samples.WEBDAV, "conn1"))).isEmpty();
  }

  @Test
  default void connection_list_isOldestFirst_thenById() {
    write(Samples::insertOwners);
    List.of("b", "a", "_", "B", "-").forEach(id -> insert(id, 0));
    insert("z-older", -1);
    insert("a-newer", 1);
    assertThat(listed(tx -> tx.connections().list(ALICE)))
        .extracting(connection -> connection.id().value())
        .containsExactly("z-older", "-", "B", "_", "a", "b", "a-newer");
  }

  @Test
  default void connection_rename_setsBothNames() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(done(tx -> tx.connections().rename(ALICE, CONN, "Neu 🚀", "me@x"))).isTrue();
    assertThat(connection().displayName()).isEqualTo("Neu 🚀");
    assertThat(connection().accountLabel()).isEqualTo("me@x");
  }

  @Test
  default void connection_setStatus_thereAndBack() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(setStatus(Status.REQUIRES_REAUTH, "refused")).isTrue();
    assertThat(connection().status()).isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(connection().statusReason()).isEqualTo("refused");
    assertThat(setStatus(Status.ACTIVE, null)).isTrue();
    assertThat(connection()).isEqualTo(Samples.connection("conn1", ALICE, "subject-conn1"));
  }

  @Test
  default void D3_connection_disconnecting_nothingLeadsBack() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(setStatus(Status.DISCONNECTING, "asked")).isTrue();
    assertThat(setStatus(Status.ACTIVE, null)).isFalse();
    assertThat(setStatus(Status.REQUIRES_REAUTH, "refused")).isFalse();
    assertThat(connection().status()).isEqualTo(Status.DISCONNECTING);
    assertThat(connection().statusReason()).isEqualTo("asked");
  }

  @Test
  default void connection_reconsider_changesWhatIsDisconnectingOnly() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(reconsider(Status.DISCONNECTING, "asked")).isFalse();
    assertThat(setStatus(Status.DISCONNECTING, "asked")).isTrue();
    assertThat(reconsider(Status.DISCONNECTING, "asked otherwise")).isTrue();
    assertThat(connection().statusReason()).isEqualTo("asked otherwise");
    assertThat(reconsider(Status.ACTIVE, "it could not")).isTrue();
    assertThat(connection().status()).isEqualTo(Status.ACTIVE);
    assertThat(connection().statusReason()).isEqualTo("it could not");
  }

  @Test
  default void connection_raiseEpoch_byOne_ofThisOneOnly() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    insert("conn2", 0);
    assertThat(done(tx -> tx.connections().raiseEpoch(ALICE, CONN))).isTrue();
    assertThat(connection().listingEpoch()).isEqualTo(2);
    assertThat(found(tx -> tx.connections().find(ALICE, new ConnectionId("conn2"))).orElseThrow())
        .extracting(Connection::listingEpoch)
        .isEqualTo(1L);
  }

  @Test
  default void connection_touch_setsWhenItWasUsed() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    assertThat(done(tx -> tx.connections().touch(ALICE, CONN, Samples.TIME))).isTrue();
    assertThat(connection().lastUsedAt()).isEqualTo(Samples.TIME);
  }

  @Test
  default void connection_delete_takesItsCredentialWithIt_andNoOther() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    insert("conn2", 0);
    ConnectionId other = new ConnectionId("conn2");
    write(tx -> tx.credentials().insert(CONN, Samples.bytes("one")));
    write(tx -> tx.credentials().insert(other, Samples.bytes("two")));
    assertThat(done(tx -> tx.connections().delete(ALICE, CONN))).isTrue();
    assertThat(done(tx -> tx.connections().delete(ALICE, CONN))).isFalse();
    assertThat(found(tx -> tx.credentials().find(CONN))).isEmpty();
    assertThat(found(tx -> tx.credentials().find(other))).isPresent();
    assertThat(listed(tx -> tx.connections().list(ALICE))).hasSize(1);
  }

  private static List<Predicate<Transaction>> changes(Owner owner, ConnectionId id) {
    return List.of(
        tx -> tx.connections().rename(owner, id, "stolen", "stolen"),
        tx -> tx.connections().setStatus(owner, id, Status.DISCONNECTING, "stolen"),
        tx -> tx.connections().reconsider(owner, id, Status.ACTIVE, "stolen"),
        tx -> tx.connections().raiseEpoch(owner, id),
        tx -> tx.connections().touch(owner, id, Samples.TIME),
        tx -> tx.connections().delete(owner, id));
  }

  private void insert(String id, int seconds) {
    write(
        tx ->
            tx.connections()
                .insert(
                    Samples.connection(
                        id, ALICE, Samples.WEBDAV, "s" + id, Samples.TIME.plusSeconds(seconds))));
  }

  private Connection connection() {
    return found(tx -> tx.connections().find(ALICE, CONN)).orElseThrow();
  }

  private Optional<Connection> bySubject(Owner owner, ProviderId provider, String subject) {
    return found(tx -> tx.connections().findBySubject(owner, provider, subject));
  }

  private boolean reconsider(Status status, String reason) {
    return done(tx -> tx.connections().reconsider(ALICE, CONN, status, reason));
  }

  private boolean setStatus(Status status, @Nullable String reason) {
    return done(tx -> tx.connections().setStatus(ALICE, CONN, status, reason));
  }
}
