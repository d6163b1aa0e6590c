package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OWN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.DefaultStorage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where documents go, and that they go nowhere else. */
public class DefaultStorageTest extends FlowTest {
  private final DefaultStorages storages = house.davit.defaultStorages();

  private CloudException storeFails() {
    return failure(
        () ->
            house
                .davit
                .documents()
                .store(ANN, new NewDocument("a.txt", "text/plain", TestContents.of("a"))));
  }

  @Test
  void set_onlyConnection_isResolvedNow() {
    Connection connection = house.connectAnn();

    DefaultStorage chosen = storages.set(ANN, MEMORY, null, null);
    house.connect(ANN, "ann2");

    assertThat(chosen).isEqualTo(new DefaultStorage(MEMORY, connection.id(), EntryId.ROOT));
    assertThat(storages.get(ANN)).isEqualTo(chosen);
    assertThat(storages.get(BOB).provider()).isEqualTo(OWN);
  }

  @Test
  void set_severalConnections_isAConflict() {
    Connection one = house.connectAnn();
    Connection two = house.connect(ANN, "ann2");

    CloudException failure = failure(() -> storages.set(ANN, MEMORY, null, null));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure.hints().choices()).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(storages.set(ANN, MEMORY, two.id(), null).connection()).isEqualTo(two.id());
  }

  @Test
  void set_folder_mustBeAFolderThatIsThere() {
    Connection connection = house.connectAnn();
    Entry file = house.put("ann", "a.txt", "a");
    Entry folder = house.far("ann").createFolder(EntryId.ROOT, "folder");

    assertThat(failure(() -> storages.set(ANN, MEMORY, null, file.id())).hints().field())
        .isEqualTo("folder_id");
    assertThat(failure(() -> storages.set(ANN, MEMORY, null, new EntryId("made-up"))).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(storages.set(ANN, MEMORY, connection.id(), folder.id()).folder())
        .isEqualTo(folder.id());
  }

  @Test
  void set_applicationsOwn_hasNoFolders() {
    house.connectAnnByDefault();

    assertThat(failure(() -> storages.set(ANN, OWN, null, new EntryId("x"))).kind())
        .isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(storages.set(ANN, OWN, null, null).connection()).isNull();
    assertThat(storages.get(ANN).provider()).isEqualTo(OWN);
  }

  @Test
  void store_choiceRequiresReauth_isRefusedAndSentNowhere() {
    Connection connection = house.connectAnnByDefault();
    house.memory.server().lockOut("ann");
    house.davit.connections().check(ANN, connection.id());

    CloudException failure = storeFails();

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().connection()).isEqualTo(connection.id());
    assertSentNowhere();
  }

  @Test
  void store_choiceDisconnected_isRefusedAndSentNowhere() {
    Connection connection = house.connectAnnByDefault();
    house.connect(ANN, "ann2");
    house.davit.connections().disconnect(ANN, connection.id());

    CloudException failure = storeFails();

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure).hasMessageContaining("Choose another");
    assertThat(storages.get(ANN).connection()).isEqualTo(connection.id());
    assertSentNowhere();
  }

  @Test
  void store_choiceDown_isRefusedAndSentNowhere() {
    house.connectAnnByDefault();
    house.memory.server().faults().down();

    assertThat(storeFails().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.memory.server().faults().mend();
    assertSentNowhere();
  }

  @Test
  void store_folderIsGone_isRefusedWithTheReason() {
    Connection connection = house.connectAnn();
    Entry folder = house.far("ann").createFolder(EntryId.ROOT, "folder");
    storages.set(ANN, MEMORY, connection.id(), folder.id());
    house.far("ann").delete(folder.id());

    CloudException failure = storeFails();

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure).hasMessageContaining("folder");
    assertSentNowhere();
  }

  private void assertSentNowhere() {
    house.later(Duration.ofMinutes(3));
    assertThat(house.isIdle()).isTrue();
    for (String account : List.of("ann", "ann2", "bob")) {
      assertThat(house.names(account)).isEmpty();
    }
    assertThat(house.ownFiles()).isEmpty();
    assertThat(house.davit.documents().list(ANN, 10, null).documents()).isEmpty();
  }
}
