package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Document;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the documents in a connection that its owner leaves. */
public class PartingTest extends PartingFlowTest {
  @Test
  void disconnect_withDocuments_isAConflictWithTheirNumber_untilSomethingIsSaidOfThem() {
    store("one");
    store("two");

    CloudException failure = failure(() -> connections.disconnect(ANN, left.id()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure.hints().documents()).isEqualTo(2);
    assertThat(failure).hasMessageStartingWith("2 documents are in this connection.");
    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void keep_leavesTheFiles_andForgetsThem() {
    Document document = store("one");

    assertThat(connections.disconnect(ANN, left.id(), DocumentsThen.KEEP)).isFalse();
    assertThat(connections.get(ANN, left.id()).statusReason())
        .isEqualTo("disconnect_keeping_documents");
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.names("ann")).containsExactly("one");
    assertNoDocument(document.id());
    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
  }

  @Test
  void delete_putsTheFilesIntoTheBin() {
    Document document = store("one");
    house.put("ann", "foreign", "not ours");

    assertThat(connections.disconnect(ANN, left.id(), DocumentsThen.DELETE)).isFalse();
    assertThat(connections.documentsIn(ANN, left.id())).isEqualTo(1);
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.names("ann")).containsExactly("foreign");
    assertThat(house.memory.server().bin("ann")).containsExactly("one");
    assertNoDocument(document.id());
  }

  @Test
  void move_takesAllAlong_underTheirIds_toTheApplicationsOwnStorage() {
    List<Document> documents = IntStream.range(0, 120).mapToObj(i -> store("d" + i)).toList();

    assertThat(connections.disconnect(ANN, left.id(), DocumentsThen.MOVE)).isFalse();
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.ownFiles()).hasSize(120);
    for (Document before : documents) {
      assertMoved(before, null);
    }
    assertThat(house.davit.documents().list(ANN, 200, null).documents()).hasSize(120);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void move_goesWhereNewDocumentsGo() {
    Document document = store("one");
    Connection other = house.connect(ANN, "ann2");
    house.davit.defaultStorages().set(ANN, other.provider(), other.id(), null);

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.names("ann2")).containsExactly("one");
    assertMoved(document, other.id());
  }

  @Test
  void move_documentsCanBeReadAllTheWhile() {
    Document document = store("one");
    house.own.before("write", () -> assertThat(text(document.id())).isEqualTo("text of one"));

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    assertThat(text(document.id())).isEqualTo("text of one");
    house.later(Duration.ZERO);

    assertThat(text(document.id())).isEqualTo("text of one");
    assertGone();
  }

  @Test
  void move_ofWhatIsDeletedMeanwhile_bringsNothingBack() {
    Document document = store("one");
    house.own.before("write", () -> house.davit.documents().delete(ANN, document.id()));

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);
    house.later(Duration.ofMinutes(3));

    assertGone();
    assertNoDocument(document.id());
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.ownFiles()).isEmpty();
  }

  @Test
  void move_ofWhatTheProviderNoLongerHas_forgetsIt() {
    Document gone = store("gone");
    Document there = store("there");
    house.far("ann").delete(Objects.requireNonNull(gone.entry()));

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    assertGone();
    assertNoDocument(gone.id());
    assertThat(text(there.id())).isEqualTo("text of there");
  }

  @Test
  void move_ofWhatWasChangedThere_takesWhatIsThere() {
    Document document = store("one");
    house
        .far("ann")
        .write(
            new WriteRequest(
                new WriteAttempt(EntryId.ROOT, "one", "behind-our-back"),
                TestContents.of("changed there"),
                null,
                ConflictPolicy.REPLACE,
                null));

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    assertThat(text(document.id())).isEqualTo("changed there");
    assertThat(house.davit.documents().get(ANN, document.id()).size()).isEqualTo(13);
  }

  @Test
  void move_providerDownForAnHour_isDoneAfterItReturns() {
    Document document = store("one");
    house.memory.server().faults().down();

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    hours(1);
    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.DISCONNECTING);
    house.memory.server().faults().mend();
    hours(1);

    assertGone();
    assertMoved(document, null);
  }

  @Test
  void move_providerDownForDays_givesUp_saysSo_andLosesNothing() {
    Document document = store("one");
    house.memory.server().faults().down();

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    hours(48);

    assertTakenBack("unavailable");
    house.memory.server().faults().mend();
    assertThat(text(document.id())).isEqualTo("text of one");
    connections.disconnect(ANN, left.id(), DocumentsThen.KEEP);
    house.later(Duration.ZERO);
    assertGone();
  }

  @Test
  void move_ofWhatHasNoRoom_keepsTheConnection_andWhatIsMovedStaysSo() {
    Document small = store("small");
    Document large = store("large".repeat(30));
    house.operator.server().setQuota("operator", 50L);

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    assertTakenBack("quota_exceeded");
    assertThat(house.davit.documents().get(ANN, small.id()).connection()).isNull();
    assertThat(house.davit.documents().get(ANN, large.id()).connection()).isEqualTo(left.id());
    assertThat(text(large.id())).startsWith("text of large");
  }

  @Test
  void delete_ofWhatTheUserMayNotDelete_keepsTheConnection() {
    Document document = store("one");
    house.memory.server().faults().fail("delete", ErrorKind.PROVIDER_DENIED);

    connections.disconnect(ANN, left.id(), DocumentsThen.DELETE);
    house.later(Duration.ZERO);

    assertTakenBack("provider_denied");
    house.memory.server().faults().mend();
    assertThat(text(document.id())).isEqualTo("text of one");
  }

  @Test
  void moveOrDelete_whereTheCredentialIsRefused_isSaidAtOnce_andKeepWorks() {
    store("one");
    house.memory.server().lockOut("ann");
    connections.check(ANN, left.id());

    for (DocumentsThen then : List.of(DocumentsThen.MOVE, DocumentsThen.DELETE)) {
      assertThat(failure(() -> connections.disconnect(ANN, left.id(), then)).kind())
          .isEqualTo(ErrorKind.REAUTH_REQUIRED);
    }
    connections.disconnect(ANN, left.id(), DocumentsThen.KEEP);
    house.later(Duration.ZERO);

    assertGone();
  }

  @Test
  void another_choice_holdsForWhatIsStillThere() {
    store("one");
    house.memory.server().faults().down();
    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    connections.disconnect(ANN, left.id(), DocumentsThen.KEEP);
    house.memory.server().faults().mend();
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.names("ann")).containsExactly("one");
    assertThat(house.ownFiles()).isEmpty();
  }

  @Test
  void another_choice_whileTheJobIsAtIt_holdsFromTheNextDocumentOn() {
    store("one");
    store("two");
    house.hooked.before("delete", () -> connections.disconnect(ANN, left.id(), DocumentsThen.KEEP));
    connections.disconnect(ANN, left.id(), DocumentsThen.DELETE);
    house.later(Duration.ZERO);

    assertGone();
    assertThat(house.memory.server().bin("ann")).hasSize(1);
    assertThat(house.names("ann")).hasSize(1);
  }

  @Test
  void uploadUnderWay_isWaitedFor_thenGoesTheSameWay() {
    Document document =
        house
            .davit
            .documents()
            .store(ANN, new NewDocument("late", "text/plain", whileBeingRead("text of late")));
    assertThat(document.state()).isEqualTo(Document.State.READY);
    hours(1);

    assertGone();
    assertThat(house.names("ann")).isEmpty();
    assertThat(text(document.id())).isEqualTo("text of late");
  }

  @Test
  void D1_purgeOfWhoIsLeaving_takesAll() {
    store("one");
    house.memory.server().faults().down();
    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    house.later(Duration.ZERO);

    house.davit.owners().purge(ANN.owner(), ANN);
    house.memory.server().faults().mend();
    hours(2);

    PurgeFlowTest.assertNothingHere(house, house.ann());
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.memory.server().bin("ann")).isEmpty();
    assertThat(house.ownFiles()).isEmpty();
    assertThat(PurgeFlowTest.finals(house)).hasSize(1);
  }

  private Content whileBeingRead(String text) {
    return TestContents.closing(
        text,
        () -> assertThat(connections.disconnect(ANN, left.id(), DocumentsThen.MOVE)).isFalse());
  }

  private void assertTakenBack(String outcome) {
    Connection now = connections.get(ANN, left.id());
    assertThat(now.status()).isEqualTo(Status.ACTIVE);
    assertThat(now.statusReason()).isEqualTo("disconnect_failed");
    AuditEntry last = house.audit().get(house.audit().size() - 1);
    assertThat(last.action()).isEqualTo("connection.disconnect_failed");
    assertThat(last.outcome()).isEqualTo(outcome);
  }

  private void assertNoDocument(DocumentId id) {
    assertThat(failure(() -> house.davit.documents().get(ANN, id)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  private String text(DocumentId id) {
    return TestHouse.text(house.davit.documents().read(ANN, id, null));
  }
}
