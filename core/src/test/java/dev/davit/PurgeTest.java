package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.PASSWORD;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.AuditLog;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Transaction;
import dev.davit.testkit.memory.SequentialIds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An owner is taken down with all that he has; nobody else loses anything. */
public class PurgeTest extends PurgeFlowTest {
  private final Owners owners = house.davit.owners();
  private final AuditLog log = new AuditLog(new SequentialIds());

  private Purge after(Purge purge, Duration time) {
    house.later(time);
    return owners.purgeState(purge.id());
  }

  private void assertNothingLeft() {
    assertThat(house.names("ann")).isEmpty();
    assertThat(
            house
                .operator
                .server()
                .look("operator")
                .list(new ListRequest(EntryId.ROOT, 10, null))
                .entries())
        .isEmpty();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_purge_takesDownAllThatAnOwnerHas_andSaysSoOnce() {
    store(ANN, "own.txt");
    Connection fields = house.connectAnnByDefault();
    Connection oauth = house.connectOAuth(ANN, "ann");
    store(ANN, "cloud.txt");
    Entry foreign = house.put("ann", "foreign.txt", "not ours");

    Purge purge = owners.purge(ANN.owner(), ANN);
    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);
    assertThat(purge.connections()).isEqualTo(2);
    Purge over = after(purge, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(house.watcher.purges).containsExactly(over);
    assertThat(over.documentsDeleted()).isEqualTo(2);
    assertThat(over.documentsUnreachable()).isZero();
    assertThat(over.finishedAt()).isNotNull();
    assertThat(house.names("ann")).containsExactly("foreign.txt");
    house.far("ann").delete(foreign.id());
    assertNothingLeft();
    house.stores.reading(
        tx -> {
          assertThat(tx.credentials().find(fields.id())).isEmpty();
          assertThat(tx.credentials().find(oauth.id())).isEmpty();
          return true;
        });
    assertThat(house.oauth.oauth().alive("ann")).isZero();
    assertThat(finals(house)).hasSize(1);
    assertThat(finals(house).get(0).outcome()).isEqualTo("ok");
    assertThat(detail(finals(house).get(0)))
        .isEqualTo(
            "{\"providers\":[\"memory\",\"memory_oauth\"],\"connections\":2,"
                + "\"documents_deleted\":2,\"documents_unreachable\":0,\"grants_left\":0}");
  }

  @Test
  void D2_purge_leavesNothingInTheBin_whereWhatIsDeletedGoes() {
    house.connectAnnByDefault();
    Document deleted = store(ANN, "deleted.txt");
    store(ANN, "purged.txt");
    house.davit.documents().delete(ANN, deleted.id());

    after(owners.purge(ANN.owner(), ANN), Duration.ZERO);

    assertThat(house.names("ann")).isEmpty();
    assertThat(house.memory.server().bin("ann")).containsExactly(deleted.storedName());
  }

  @Test
  void D1_purge_erasesWhatWasPersonalInTheAuditLog() {
    house.connectAnn();
    house.connect(BOB, "bob");

    after(owners.purge(ANN.owner(), ANN), Duration.ZERO);

    List<AuditEntry> readable =
        house.audit().stream().filter(entry -> entry.personal() != null).toList();
    assertThat(readable)
        .extracting(AuditEntry::action)
        .containsExactly("connection.connected", "cloud.credentials_purged");
    assertThat(house.actions()).hasSize(4);
  }

  @Test
  void D1_purge_erasesWhoseKeyWasRefused() {
    house.connect(BOB, "bob");
    house.stores.inTransaction(tx -> giveAnnTheKeyOfBob(tx));
    StartedLogin login = house.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    house.memory.server().pages().grant(login.page(), "ann");
    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(failure(() -> house.davit.connections().pollLogin(ANN, MEMORY, login.flow())).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
    assertThat(refusals()).hasSize(2).allMatch(entry -> entry.personal() != null);

    after(owners.purge(ANN.owner(), ANN), Duration.ofMinutes(2));

    assertThat(refusals()).hasSize(2).allMatch(entry -> entry.personal() == null);
  }

  private boolean giveAnnTheKeyOfBob(Transaction tx) {
    OwnerStore.Row bob = tx.owners().find(BOB.owner()).orElseThrow();
    tx.owners().insert(new OwnerStore.Row(house.ann(), bob.state(), bob.key(), tx.now()));
    return true;
  }

  private List<AuditEntry> refusals() {
    return house.audit().stream()
        .filter(entry -> entry.action().equals("vault.integrity_failure"))
        .toList();
  }

  @Test
  void purge_again_isTheSame_andOfNobody_isOverAtOnce() {
    house.connectAnn();
    Purge purge = owners.purge(ANN.owner(), ANN);
    assertThat(owners.purge(ANN.owner(), ANN)).isEqualTo(purge);
    Purge over = after(purge, Duration.ZERO);
    assertThat(owners.purge(ANN.owner(), ANN)).isEqualTo(over);

    Purge nothing = owners.purge(BOB.owner(), BOB);
    assertThat(nothing.state()).isEqualTo(Purge.State.DONE);
    assertThat(owners.purgeState(nothing.id())).isEqualTo(nothing);
    assertThat(owners.purges(10, null).purges()).containsExactlyInAnyOrder(over, nothing);
    PurgePage first = owners.purges(1, null);
    assertThat(owners.purges(1, first.next()).purges()).doesNotContainAnyElementsOf(first.purges());
    assertThat(failure(() -> owners.purgeState(new JobId("nothing"))).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(finals(house)).hasSize(2);
  }

  @Test
  void D1_purgeOfNobodyWithALongHistory_erasesAllOfIt() {
    house.stores.inTransaction(
        tx -> {
          for (int i = 0; i < 1100; i++) {
            log.record(tx, "test.done", "ok", house.ann().key(), ANN.toActor(), "entry " + i);
          }
          return true;
        });

    owners.purge(ANN.owner(), ANN);

    assertThat(house.audit().stream().filter(entry -> entry.personal() != null).toList())
        .extracting(AuditEntry::action)
        .containsExactly("cloud.credentials_purged");
  }

  @Test
  void D1_idUsedAgain_isANewOwnerWhoSeesNothing() {
    Connection before = house.connectAnnByDefault();
    Document document = store(ANN, "cloud.txt");
    after(owners.purge(ANN.owner(), ANN), Duration.ZERO);

    assertThat(house.davit.connections().list(ANN)).isEmpty();
    assertThat(failure(() -> house.davit.connections().get(ANN, before.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> house.davit.documents().get(ANN, document.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    Connection after =
        house.davit.connections().connect(ANN, MEMORY, fields("ann", PASSWORD), null);
    assertThat(after.owner().generation()).isEqualTo(2);
    assertThat(house.davit.documents().list(ANN, 10, null).documents()).isEmpty();
  }

  @Test
  void D3_twoOwnersOfOneAccount_oneLeaves_theOtherWorks() {
    house.connectOAuth(ANN, "ann");
    Connection bobs = house.connectOAuth(BOB, "ann");

    Purge over = after(owners.purge(ANN.owner(), ANN), Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(house.davit.connections().check(BOB, bobs.id()).status())
        .isEqualTo(Connection.Status.ACTIVE);
    after(owners.purge(BOB.owner(), BOB), Duration.ZERO);
    assertThat(house.oauth.oauth().alive("ann")).isZero();
  }

  @Test
  void D3_otherLeavesWhileDocumentsAreStillToBeRemoved_theirGrantStays() {
    Connection mine = house.connectOAuth(ANN, "ann");
    house.davit.defaultStorages().set(ANN, OAUTH, mine.id(), null);
    store(ANN, "cloud.txt");
    Connection bobs = house.connectOAuth(BOB, "ann");
    Purge purge = owners.purge(ANN.owner(), ANN);

    house.davit.connections().disconnect(BOB, bobs.id());
    Purge over = after(purge, Duration.ZERO);

    assertThat(over.documentsDeleted()).isEqualTo(1);
    assertThat(house.oauth.oauth().alive("ann")).isZero();
  }
}
