package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.GrantsPage;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Document;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Taking connections down. */
public class DisconnectTest extends FlowTest {
  private final Connections connections = house.davit.connections();

  @Test
  void disconnect_removesConnectionAndCredential() {
    Connection connection = house.connectAnn();

    connections.disconnect(ANN, connection.id());

    assertGone(connection.id());
    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
    assertThat(house.actions()).containsExactly("connection.connected", "connection.disconnected");
    assertThat(house.isIdle()).isTrue();
  }

  private void assertGone(ConnectionId id) {
    assertThat(connections.list(ANN)).isEmpty();
    assertThat(house.stores.<Boolean>reading(tx -> tx.credentials().find(id).isPresent()))
        .isFalse();
    assertThat(failure(() -> connections.disconnect(ANN, id)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void disconnect_providerDown_followsByAJobAndIsDeadMeanwhile() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().down();

    connections.disconnect(ANN, connection.id());
    connections.disconnect(ANN, connection.id());

    assertThat(connections.get(ANN, connection.id()).status()).isEqualTo(Status.DISCONNECTING);
    assertUnusable(connection);
    house.later(Duration.ofMinutes(3));
    house.memory.server().faults().mend();
    house.later(Duration.ofMinutes(3));
    assertGone(connection.id());
    assertThat(house.actions()).containsExactly("connection.connected", "connection.disconnected");
    assertThat(house.isIdle()).isTrue();
  }

  private void assertUnusable(Connection connection) {
    FolderQuery root = FolderQuery.of(EntryId.ROOT);
    assertThat(failure(() -> house.davit.files().list(ANN, connection.id(), root)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> connections.check(ANN, connection.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    house.memory.server().faults().mend();
    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.CONFLICT);
    house.memory.server().faults().down();
  }

  @Test
  void disconnect_neverRevocable_isDestroyedUnrevokedAfterADay() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().down();
    connections.disconnect(ANN, connection.id());

    for (int hour = 0; hour < 40; hour++) {
      house.later(Duration.ofHours(1));
    }

    assertGone(connection.id());
    assertThat(house.audit().get(1).outcome()).isEqualTo("not_revoked");
  }

  @Test
  void disconnect_revocationRefused_isDoneAllTheSame() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().fail("revoke", ErrorKind.ADDRESS_REFUSED);

    connections.disconnect(ANN, connection.id());

    assertGone(connection.id());
    assertThat(house.audit()).extracting(AuditEntry::outcome).containsExactly("ok", "not_revoked");
  }

  @Test
  void disconnect_ofAGrantThatIsDeadAlready_leavesNothing_andSaysSo() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().fail("revoke", ErrorKind.TOKEN_REJECTED);

    connections.disconnect(ANN, connection.id());

    assertGone(connection.id());
    assertThat(house.audit()).extracting(AuditEntry::outcome).containsExactly("ok", "ok");
  }

  @Test
  void disconnect_whereOnlyUsersTakeBackWhatTheyGranted_asksNobody_andTheAuditSaysSo() {
    Connection connection = house.connectAnn();
    URI page = URI.create("https://provider.example/consents");
    house.hooked.revokedOnlyAt(new GrantsPage("all accounts", page));

    connections.disconnect(ANN, connection.id());

    assertGone(connection.id());
    assertThat(house.memory.server().faults().calls("revoke")).isZero();
    assertThat(house.audit()).extracting(AuditEntry::outcome).containsExactly("ok", "not_revoked");
  }

  @Test
  void D3_disconnect_ofWhatAnotherUses_revokesNothing_theLastOneDoes() {
    Connection anns = house.connectAnn();
    Connection bobs = house.connect(BOB, "ann");

    connections.disconnect(ANN, anns.id());

    assertGone(anns.id());
    assertThat(house.memory.server().faults().calls("revoke")).isZero();
    assertThat(connections.check(BOB, bobs.id()).status()).isEqualTo(Status.ACTIVE);
    connections.disconnect(BOB, bobs.id());
    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void D3_disconnect_ofAnAccountThatAnotherOpensOtherwise_revokesItsOwn() {
    Connection anns = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("another"));
    connections.connect(BOB, MEMORY, fields("ann", "another"), null);

    connections.disconnect(ANN, anns.id());

    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
  }

  @Test
  void disconnect_databaseGoneAfterTheMark_followsByAJob() {
    Connection connection = house.connectAnn();
    house.stores.downAfter(1);

    connections.disconnect(ANN, connection.id());
    house.stores.mend();
    assertThat(connections.get(ANN, connection.id()).status()).isEqualTo(Status.DISCONNECTING);
    house.later(Duration.ofMinutes(3));

    assertGone(connection.id());
  }

  @Test
  void disconnect_documentsInIt_isAConflictWithTheirNumber() {
    Connection connection = house.connectAnnByDefault();
    Document document = store();

    CloudException failure = failure(() -> connections.disconnect(ANN, connection.id()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure).hasMessageContaining("1");
    assertThat(connections.get(ANN, connection.id()).status()).isEqualTo(Status.ACTIVE);
    house.davit.documents().delete(ANN, document.id());
    connections.disconnect(ANN, connection.id());
    assertGone(connection.id());
  }

  @Test
  void disconnect_documentsBeingDeleted_areInNobodysWay() {
    Connection connection = house.connectAnnByDefault();
    Document document = store();
    house.memory.server().lockOut("ann");
    assertThat(house.davit.documents().delete(ANN, document.id())).isFalse();

    connections.disconnect(ANN, connection.id());

    assertGone(connection.id());
    house.later(Duration.ofMinutes(3));
    assertThat(house.isIdle()).isTrue();
  }

  private Document store() {
    return house
        .davit
        .documents()
        .store(ANN, new NewDocument("a.txt", "text/plain", TestContents.of("a")));
  }

  @Test
  void disconnect_duringAnUpload_isAConflict() {
    Connection connection = house.connectAnnByDefault();
    house.hooked.before(
        "write",
        () ->
            assertThat(failure(() -> connections.disconnect(ANN, connection.id())).kind())
                .isEqualTo(ErrorKind.CONFLICT));

    assertThat(store().state()).isEqualTo(Document.State.READY);
  }
}
