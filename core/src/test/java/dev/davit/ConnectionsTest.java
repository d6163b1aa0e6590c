package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OWN;
import static dev.davit.TestHouse.PASSWORD;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, and what one sees of a connection. */
public class ConnectionsTest extends FlowTest {
  private final Connections connections = house.davit.connections();

  @Test
  void connect_isActiveAndAudited() {
    Connection connection = house.connectAnn();

    assertThat(connection.status()).isEqualTo(Status.ACTIVE);
    assertThat(connection.displayName()).isEqualTo("ann");
    assertThat(connections.list(ANN)).containsExactly(connection);
    assertThat(connections.listOf(ANN.owner(), BOB)).containsExactly(connection);
    assertThat(connections.get(ANN, connection.id())).isEqualTo(connection);
    assertThat(house.actions()).containsExactly("connection.connected", "admin.connections_listed");
  }

  @Test
  void connect_refused_keepsNothing() {
    CloudException failure =
        failure(() -> connections.connect(ANN, MEMORY, fields("ann", "wrong"), null));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CREDENTIALS_REFUSED);
    assertNothingKept();
  }

  @Test
  void connect_providerDown_keepsNothing() {
    house.memory.server().faults().down();

    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertNothingKept();
  }

  private void assertNothingKept() {
    assertThat(connections.list(ANN)).isEmpty();
    assertThat(house.audit()).isEmpty();
    assertThat(house.stores.<Boolean>reading(tx -> tx.owners().find(ANN.owner()).isPresent()))
        .isFalse();
  }

  @Test
  void connect_sameSubject_renewsTheSameConnection() {
    Connection first = house.connectAnn();
    connections.rename(ANN, first.id(), "Home");
    Connection second = house.connectAnn();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.displayName()).isEqualTo("Home");
    assertThat(second.listingEpoch()).isGreaterThan(first.listingEpoch());
    assertThat(house.credentialVersion(first.id())).isEqualTo(2);
    assertThat(connections.list(ANN)).hasSize(1);
    assertThat(house.actions()).containsExactly("connection.connected", "connection.reconnected");
  }

  @Test
  void connect_sameSubjectOfAnotherOwner_isAnotherConnection() {
    Connection anns = house.connectAnn();
    Connection bobs = house.connect(BOB, "ann");

    assertThat(bobs.id()).isNotEqualTo(anns.id());
    assertThat(connections.list(ANN)).containsExactly(anns);
    assertThat(connections.list(BOB)).containsExactly(bobs);
  }

  @Test
  void connect_afterARefusedCredential_isActiveAgain() {
    Connection connection = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("changed"));
    connections.check(ANN, connection.id());

    Connection again = connections.connect(ANN, MEMORY, fields("ann", "changed"), null);

    assertThat(again.status()).isEqualTo(Status.ACTIVE);
    assertThat(again.statusReason()).isNull();
    assertThat(house.davit.files().list(ANN, again.id(), FolderQuery.of(EntryId.ROOT)).entries())
        .isEmpty();
  }

  @Test
  void connect_unknownProvider_isNotFound() {
    ProviderId unknown = new ProviderId("nowhere");

    assertThat(failure(() -> connections.connect(ANN, unknown, fields("a", "b"), null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> connections.connect(ANN, OWN, fields("a", "b"), null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void connect_halfACharacter_isRefusedBeforeTheProviderIsAsked() {
    CloudException failure =
        failure(() -> connections.connect(ANN, MEMORY, fields("ann", "pass\ud800word"), null));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.hints().field()).isEqualTo("password");
    assertThat(house.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "line\nbreak", "nul\0", "half\ud800"})
  void connect_badDisplayName_isRefusedBeforeTheProviderIsAsked(String name) {
    CloudException failure =
        failure(() -> connections.connect(ANN, MEMORY, fields("ann", PASSWORD), name));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.hints().field()).isEqualTo("display_name");
    assertThat(house.calls()).isZero();
  }

  @Test
  void rename_changesTheNameOnly() {
    Connection before = house.connectAnn();
    Connection after = connections.rename(ANN, before.id(), " Home ");

    assertThat(after.displayName()).isEqualTo("Home");
    assertThat(after.accountLabel()).isEqualTo(before.accountLabel());
  }

  @Test
  void W2_anotherOwnersConnection_isAsUnknownEverywhere() {
    Connection anns = house.connectAnn();
    house.connect(BOB, "bob");
    int calls = house.calls();

    for (Consumer<ConnectionId> use : everyUseBy(BOB)) {
      CloudException others = failure(() -> use.accept(anns.id()));
      CloudException unknown = failure(() -> use.accept(new ConnectionId("made-up")));
      assertThat(others.kind()).isEqualTo(ErrorKind.NOT_FOUND);
      assertThat(others).hasMessage(unknown.getMessage());
      assertThat(others.hints()).isEqualTo(unknown.hints());
      assertThat(unknown.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }
    assertThat(house.calls()).isEqualTo(calls);
    assertThat(connections.list(ANN)).containsExactly(anns);
  }

  private List<Consumer<ConnectionId>> everyUseBy(Caller caller) {
    Files files = house.davit.files();
    FolderQuery root = FolderQuery.of(EntryId.ROOT);
    return List.of(
        id -> connections.get(caller, id),
        id -> connections.rename(caller, id, "Mine"),
        id -> connections.check(caller, id),
        id -> connections.disconnect(caller, id),
        id -> files.folder(caller, MEMORY, id, root),
        id -> files.list(caller, id, root),
        id -> files.stat(caller, id, EntryId.ROOT),
        id -> files.read(caller, id, EntryId.ROOT, null),
        id -> files.createFolder(caller, id, EntryId.ROOT, "x"),
        id -> files.delete(caller, id, EntryId.ROOT),
        id -> files.quota(caller, id),
        id -> house.davit.defaultStorages().set(caller, MEMORY, id, null));
  }

  @Test
  void check_refused_requiresReauthAndSaysSo() {
    Connection connection = house.connectAnn();
    house.memory.server().lockOut("ann");

    Connection checked = connections.check(ANN, connection.id());

    assertThat(checked.status()).isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(checked.statusReason()).isEqualTo("credential_refused");
    connections.check(ANN, connection.id());
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  @Test
  void check_acceptedAgain_isActive() {
    Connection connection = house.connectAnn();
    house.memory.server().lockOut("ann");
    connections.check(ANN, connection.id());
    house.memory.server().addAccount("ann", new Secret(PASSWORD));

    assertThat(connections.check(ANN, connection.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void check_providerDown_changesNothing() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().down();

    assertThat(failure(() -> connections.check(ANN, connection.id())).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(connections.get(ANN, connection.id())).isEqualTo(connection);
  }

  @Test
  void owner_beingPurged_isServedNothing() {
    Connection connection = house.connectAnn();
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGING));
    int calls = house.calls();

    everyUseBy(ANN)
        .forEach(
            use ->
                assertThat(failure(() -> use.accept(connection.id())).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND));
    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(house.calls()).isEqualTo(calls);
  }

  @Test
  void owner_purged_comesBackAsTheNextGeneration() {
    Connection before = house.connectAnn();
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED));

    assertThat(connections.list(ANN)).isEmpty();
    Connection after = house.connectAnn();
    assertThat(after.owner().generation()).isEqualTo(2);
    assertThat(connections.list(ANN)).containsExactly(after);
    assertThat(failure(() -> connections.get(ANN, before.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }
}
