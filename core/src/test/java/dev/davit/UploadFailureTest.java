package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that fail while the process lives: nothing of them stays, at once or by the job. */
public class UploadFailureTest extends FlowTest {
  private final Documents documents = house.davit.documents();

  @BeforeEach
  void connect() {
    house.connectAnnByDefault();
  }

  private Document store(Content content) {
    return documents.store(ANN, new NewDocument("report.pdf", "text/plain", content));
  }

  private void assertNothingLeft() {
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.memory.server().unfinished("ann")).isZero();
    assertThat(documents.list(ANN, 10, null).documents()).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void contentBreaksOff_leavesNothing() {
    assertThat(failure(() -> store(TestContents.breaking("half a report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertNothingLeft();
  }

  @Test
  void contentShorterOrLongerThanItSaid_leavesNothing() {
    assertThat(failure(() -> store(TestContents.lying("short", 9))).kind())
        .isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure(() -> store(TestContents.lying("too long", 3))).kind())
        .isEqualTo(ErrorKind.INVALID_REQUEST);
    assertNothingLeft();
  }

  @Test
  void lineGoesDead_leavesNothing() {
    house.memory.server().faults().breakOffNextWrite(3);

    assertThat(failure(() -> store(TestContents.of("report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertNothingLeft();
  }

  @Test
  void answerLost_leavesNothing() {
    house.memory.server().faults().loseAnswerOnce("write");

    assertThat(failure(() -> store(TestContents.once("report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertNothingLeft();
  }

  @Test
  void answerLostAndProviderDown_isSweptWhenItIsBack() {
    house.memory.server().faults().loseAnswerOnce("write");
    house.hooked.after("write", () -> house.memory.server().faults().down());

    failure(() -> store(TestContents.once("report")));
    assertThat(house.names("ann")).containsExactly("report.pdf");
    house.later(Duration.ofMinutes(3));
    assertThat(documents.list(ANN, 10, null).documents()).isEmpty();

    house.memory.server().faults().mend();
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void databaseGoneAtTheEnd_isSweptWhenItIsBack() {
    house.hooked.after("write", () -> house.stores.downAfter(0));

    assertThat(failure(() -> store(TestContents.once("report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.names("ann")).containsExactly("report.pdf");
    house.stores.mend();
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void databaseGoneBeforeTheAnnouncement_sendsNothing() {
    house.stores.downAfter(1);

    assertThat(failure(() -> store(TestContents.once("report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    house.stores.mend();
    assertThat(house.memory.server().faults().calls("write")).isZero();
    assertNothingLeft();
  }

  @Test
  void foreignFileOfThatName_staysThoughItsBytesAreTheSame() {
    Entry old = house.put("ann", "old.pdf", "the very same");
    house.clock.advance(Duration.ofDays(1));
    house.memory.server().setQuota("ann", 20L);
    house.hooked.before(
        "recover",
        () -> house.far("ann").move(old.id(), EntryId.ROOT, "report.pdf", ConflictPolicy.FAIL));

    assertThat(failure(() -> store(TestContents.once("the very same"))).kind())
        .isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(house.names("ann")).containsExactly("report.pdf");
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void sameBytesStoredUnderThatNameMeanwhile_stay() {
    house.memory.server().setQuota("ann", 6L);
    house.hooked.after("write", this::storeTheSameInPeace);

    assertThat(failure(() -> store(TestContents.once("reporting"))).kind())
        .isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    Document other = documents.list(ANN, 10, null).documents().get(0);
    assertThat(text(documents.read(ANN, other.id(), null))).isEqualTo("reporting");
    assertThat(house.isIdle()).isTrue();
  }

  private void storeTheSameInPeace() {
    house.hooked.after("write", () -> {});
    house.memory.server().setQuota("ann", null);
    store(TestContents.once("reporting"));
  }

  @Test
  void fileThatAnotherUploadMayHaveMade_isRemovedOnceThatIsDecided() {
    house.hooked.before("write", this::storeTheSameNameInVain);

    Document other = store(TestContents.once("another"));

    house.later(Duration.ofMinutes(3));
    assertThat(house.names("ann")).containsExactly(other.storedName());
    assertThat(house.isIdle()).isTrue();
  }

  private void storeTheSameNameInVain() {
    house.hooked.before("write", () -> {});
    house.memory.server().faults().loseAnswerOnce("write");
    failure(() -> store(TestContents.once("report")));
    assertThat(house.names("ann")).containsExactly("report.pdf");
  }

  @Test
  void foreignFileWithOtherBytes_stays() {
    house.memory.server().setQuota("ann", 3L);
    house.hooked.before("recover", () -> house.put("ann", "report.pdf", "y"));

    failure(() -> store(TestContents.once("abcde")));
    assertThat(house.names("ann")).containsExactly("report.pdf");
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void foreignFileTakesTheNameDuringTheUpload_stays() {
    Content content =
        TestContents.pieces(
            2,
            () -> {
              if (house.names("ann").isEmpty()) {
                house.put("ann", "report.pdf", "xx");
              }
            });

    assertThat(failure(() -> store(content)).kind()).isEqualTo(ErrorKind.CONFLICT);
    house.later(Duration.ofMinutes(3));
    assertThat(house.names("ann")).containsExactly("report.pdf");
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void sweepComesFirst_uploadIsRefusedAndLeavesNothing() {
    house.hooked.after(
        "write",
        () -> {
          house.hooked.after("write", () -> {});
          house.hooked.before("recover", house.memory.server().faults()::down);
          house.hooked.after("recover", house.memory.server().faults()::mend);
          house.later(Duration.ofMinutes(3));
          house.hooked.before("recover", () -> {});
        });

    assertThat(failure(() -> store(TestContents.once("report"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void sweepIsDoneBeforeTheProvider_whatComesAfterIsRemoved() {
    Content content = TestContents.closing("report", () -> house.later(Duration.ofMinutes(3)));

    assertThat(failure(() -> store(content)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.watcher.calls).contains("write");
    assertNothingLeft();
  }

  @Test
  void sweepIsDoneBeforeTheProvider_whichIsThenDown_followsByAJob() {
    Content content = TestContents.closing("report", () -> house.later(Duration.ofMinutes(3)));
    house.hooked.after("write", house.memory.server().faults()::down);

    assertThat(failure(() -> store(content)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.names("ann")).containsExactly("report.pdf");
    house.memory.server().faults().mend();
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void bytesThatFlow_keepTheSweepAway() {
    Document document = store(TestContents.pieces(20, () -> house.later(Duration.ofSeconds(60))));

    assertThat(document.size()).isEqualTo(20);
    assertThat(house.watcher.jobs).isEmpty();
  }

  @Test
  void bytesThatStandStill_areGivenUp() {
    Content content = TestContents.pieces(2, () -> house.later(Duration.ofMinutes(5)));

    assertThat(failure(() -> store(content)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertNothingLeft();
  }

  @Test
  void providerReportsAnotherSize_isNotedAndKept() {
    assertNotedAndKept(UploadFailureTest::oneByteMore);
  }

  @Test
  void providerReportsAnotherHash_isNotedAndKept() {
    assertNotedAndKept(Entry::asAltered);
  }

  private void assertNotedAndKept(UnaryOperator<Entry> change) {
    Davit davit = house.build(house.vault);
    house.hooked.alter(change);

    Document document =
        davit.documents().store(ANN, new NewDocument("a", "text/plain", TestContents.of("office")));

    assertThat(document.state()).isEqualTo(Document.State.READY);
    assertThat(document.altered()).isTrue();
    assertThat(document.size()).isEqualTo(6);
    assertThat(davit.files().stat(ANN, connection(), entry(document)).name()).isEqualTo("a");
  }

  private static Entry oneByteMore(Entry entry) {
    return new Entry(
        entry.id(),
        entry.name(),
        entry.kind(),
        Objects.requireNonNull(entry.size()) + 1,
        entry.modifiedAt(),
        entry.etag(),
        entry.contentType(),
        entry.webUrl());
  }

  private ConnectionId connection() {
    return house.davit.connections().list(ANN).get(0).id();
  }

  private static EntryId entry(Document document) {
    return Objects.requireNonNull(document.entry());
  }
}
