package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.UploadSessionStore;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Uploads in parts that nobody goes on with, or not yet: what is kept of them, and how they end.
 */
public class UnfinishedUploadTest extends PartedFlowTest {
  @Test
  void sweep_leavesAnUploadForADay_thenNothingOfIt() {
    broken(3);

    house.later(DAY.minus(Duration.ofMinutes(2)));
    assertThat(documents.unfinished(ANN, 10)).hasSize(1);
    assertThat(house.memory.server().unfinished("ann")).isEqualTo(1);
    house.later(Duration.ofMinutes(2));
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void sweep_providerAway_isDoneWhenItIsBack() {
    broken(3);
    faults.down();
    house.later(DAY);
    assertThat(documents.unfinished(ANN, 10)).isEmpty();
    faults.mend();
    house.later(DAY);
    assertNothingLeft();
  }

  @Test
  void delete_ofAnUnfinishedUpload_leavesNothing() {
    UnfinishedUpload upload = broken(3);

    assertThat(documents.delete(ANN, upload.id())).isTrue();
    assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void delete_providerAway_followsByItsJob() {
    UnfinishedUpload upload = broken(3);
    faults.down();
    assertThat(documents.delete(ANN, upload.id())).isFalse();
    faults.mend();
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void delete_whileItIsUnderWay_endsIt() {
    for (String call : List.of("append", "finish")) {
      Runnable delete = () -> documents.delete(ANN, documents.unfinished(ANN, 1).get(0).id());
      house.hooked.before(call, once(call, delete));

      assertThat(failure(() -> store(content().withRepeats())).kind())
          .isEqualTo(ErrorKind.UNAVAILABLE);
      house.later(Duration.ofMinutes(3));
      assertNothingLeft();
    }
  }

  private Runnable once(String call, Runnable work) {
    return () -> {
      house.hooked.before(call, () -> {});
      work.run();
    };
  }

  @Test
  void disconnect_givesUnfinishedUploadsUp() {
    broken(3);

    house.davit.connections().disconnect(ANN, connection);

    assertThat(house.davit.connections().list(ANN)).isEmpty();
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void D3_disconnectOnAnotherNode_uploadCannotBeGoneOnWith() {
    UnfinishedUpload upload = broken(3);

    house.build(house.vault).connections().disconnect(ANN, connection);

    assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertNothingLeft();
  }

  @Test
  void disconnect_whatIsInTheWayBesides_keepsThemBoth() {
    UnfinishedUpload upload = broken(3);
    Document other = documents.store(ANN, new NewDocument("a", "text/plain", TestContents.of("a")));

    assertThat(failure(() -> house.davit.connections().disconnect(ANN, connection)).kind())
        .isEqualTo(ErrorKind.CONFLICT);
    documents.delete(ANN, other.id());
    assertWhole(house, documents.resume(ANN, upload.id(), content()));
  }

  @Test
  void disconnect_providerAway_leavesNoRow() {
    broken(3);
    faults.down();
    house.davit.connections().disconnect(ANN, connection);
    faults.mend();
    house.later(Duration.ofHours(1));

    assertThat(house.davit.connections().list(ANN)).isEmpty();
    assertThat(documents.unfinished(ANN, 10)).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void databaseGoneAtTheEnd_canBeGoneOnWith() {
    house.hooked.after("finish", () -> house.stores.downAfter(0));
    failure(() -> store(content()));
    house.stores.mend();
    house.hooked.after("finish", () -> {});

    assertWhole(house, documents.resume(ANN, documents.unfinished(ANN, 1).get(0).id(), content()));
    assertThat(faults.calls("append")).isEqualTo(PARTS);
  }

  @Test
  void store_failsWhileAnotherGoesOn_leavesTheUploadToTheOther() {
    house.hooked.after(
        "append",
        () -> {
          if (faults.calls("append") == PARTS - 1) {
            goOnInVain();
          }
        });

    assertThat(failure(() -> store(tooShort())).kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertWhole(house, documents.resume(ANN, onlyOne(), content()));
  }

  @Test
  void store_failsWhileAnotherGoesOn_databaseGoneAtThat_leavesTheUploadToTheOther() {
    house.hooked.after(
        "append",
        () -> {
          if (faults.calls("append") == PARTS - 1) {
            goOnInVain();
            house.stores.downAfter(0, 1);
          }
        });

    CloudException failure = failure(() -> store(tooShort()));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.getSuppressed()).hasSize(1);
    house.later(Duration.ofMinutes(3));
    assertWhole(house, documents.resume(ANN, onlyOne(), content()));
  }

  private static TestContent tooShort() {
    return TestContent.generated(SIZE - 1).withDeclaredSize(SIZE);
  }

  private DocumentId onlyOne() {
    return documents.unfinished(ANN, 1).get(0).id();
  }

  private void goOnInVain() {
    faults.down();
    failure(() -> documents.resume(ANN, onlyOne(), content()));
    faults.mend();
  }

  @Test
  void D2_store_diedAtEachStep_isGoneOnWithOrSwept() {
    int steps = atEveryStep(at -> {}, at -> store(at, threeParts()), true);
    assertThat(steps).isGreaterThan(20);
    atEveryStep(at -> {}, at -> store(at, threeParts()), false);
  }

  @Test
  void D2_resume_diedAtEachStep_isGoneOnWithOrSwept() {
    for (boolean goesOn : List.of(true, false)) {
      int steps = atEveryStep(UnfinishedUploadTest::begin, at -> resume(at), goesOn);
      assertThat(steps).isGreaterThan(8);
    }
  }

  private static void begin(TestHouse at) {
    at.steps.dieAt(12);
    assertThat(dies(() -> store(at, threeParts()))).isTrue();
    at.steps.restart();
  }

  private static Document resume(TestHouse at) {
    UnfinishedUpload upload = at.davit.documents().unfinished(ANN, 1).get(0);
    return at.davit.documents().resume(ANN, upload.id(), threeParts());
  }

  private int atEveryStep(Consumer<TestHouse> prepare, Consumer<TestHouse> work, boolean goesOn) {
    for (int step = 0; ; step++) {
      TestHouse fresh = newHouse();
      fresh.connectAnnByDefault();
      prepare.accept(fresh);
      fresh.steps.dieAt(step);
      boolean died = dies(() -> work.accept(fresh));
      fresh.steps.restart();
      settle(fresh, goesOn);
      if (!died) {
        return step;
      }
    }
  }

  private static boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (Died died) {
      return true;
    }
  }

  private void settle(TestHouse at, boolean goesOn) {
    if (goesOn && !at.davit.documents().unfinished(ANN, 1).isEmpty()) {
      assertWhole(at, resume(at), threeParts());
      return;
    }
    at.later(DAY);
    at.later(DAY);
    List<Document> listed = at.davit.documents().list(ANN, 10, null).documents();
    assertThat(at.names("ann"))
        .containsExactlyElementsOf(listed.stream().map(Document::storedName).toList());
    assertNothingOnItsWay(at);
  }

  @Test
  void E1_sessionMovedToAnotherUpload_isRefused() {
    UnfinishedUpload first = broken(3);
    UploadSessionStore.Row row = row(first.id());
    documents.delete(ANN, first.id());
    UnfinishedUpload second = broken(2);
    house.stores.inTransaction(
        tx -> {
          tx.uploadSessions()
              .put(new UploadSessionStore.Row(second.id(), row.sealed(), 0, row.granularity()));
          return true;
        });

    assertThat(failure(() -> documents.resume(ANN, second.id(), content())).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).contains("vault.integrity_failure");
    house.later(DAY);
    assertNothingLeft();
  }

  private UploadSessionStore.Row row(DocumentId id) {
    return house.stores.reading(tx -> tx.uploadSessions().find(id).orElseThrow());
  }

  /** How the tokens of all sessions begin, in clear, Base64 and hex. */
  static List<String> forms() {
    byte[] token = "session-of-".getBytes(StandardCharsets.UTF_8);
    return List.of(
        "session-of-",
        Base64.getEncoder().encodeToString(token).substring(0, 12),
        HexFormat.of().formatHex(token));
  }

  @Test
  void E5_sessionToken_isNowhereInClear() {
    UnfinishedUpload upload = broken(3);
    Bytes sealed = row(upload.id()).sealed();

    assertThat(forms())
        .noneMatch(new String(sealed.toArray(), StandardCharsets.ISO_8859_1)::contains);
    assertThat(row(upload.id()).toString()).doesNotContain("session-of-");
    CloudException failure = failure(() -> documents.resume(ANN, upload.id(), otherAt(0)));
    assertThat(failure.toString()).doesNotContain("session-of-");
  }
}
