package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads whose state somebody keeps: a test for each line that decides what becomes of them. */
class OneDriveTrapsSessionTest extends WritingBench {
  private static final int UNIT = Writer.UNIT;
  private static final int SIZE = 3 * UNIT + 77;

  private final byte[] content = UploadBench.bytes(SIZE);

  @Test
  void state_isAllThatIsNeeded_alsoInAnotherProcess() {
    State after = append(begun(ConflictPolicy.FAIL), 2 * UNIT);
    assertThat(after.position()).isEqualTo(2 * UNIT);
    State found = sessions().where(new State(after.token(), 0, 1));
    assertThat(found).isEqualTo(after);
    assertThat(found.granularity()).isEqualTo(327_680);
    assertWhole(sessions().finish(append(found, SIZE)));
  }

  @Test
  void state_showsNoAddress() {
    State state = begun(ConflictPolicy.FAIL);
    assertThat(state.token().reveal()).contains("tempauth=");
    assertThat(state.toString()).doesNotContain("tempauth");
  }

  @Test
  void S7_state_thatLeadsElsewhere_isNotFollowed() {
    State state = begun(ConflictPolicy.FAIL);
    String good = state.token().reveal();
    String origin = microsoft.url().toString();
    for (String other :
        List.of("http://127.0.0.1:9/", "http://user@127.0.0.1/", "https://example.org/")) {
      State forged = new State(new Secret(good.replace(origin, other)), 0, UNIT);
      Writer.assertFails(ErrorKind.PROTOCOL, () -> sessions().where(forged));
      Writer.assertFails(ErrorKind.PROTOCOL, () -> append(forged, UNIT));
      Writer.assertFails(ErrorKind.PROTOCOL, () -> sessions().cancel(forged));
    }
    Writer.assertFails(
        ErrorKind.NOT_FOUND, () -> sessions().where(new State(new Secret("x"), 0, 1)));
  }

  @Test
  void session_thatIsOver_isNotFound() {
    State state = append(begun(ConflictPolicy.FAIL), UNIT);
    graph.endUploads(404);
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> sessions().where(state));
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> append(state, 2 * UNIT));
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> sessions().finish(state));
    sessions().cancel(state);
  }

  @Test
  void part_ofWhichLessIsTaken_isSentOn_inWholeUnits() {
    graph.faults().uploads().takeLess(UNIT);
    State state = append(begun(ConflictPolicy.FAIL), 3 * UNIT);
    assertThat(state.position()).isEqualTo(3 * UNIT);
    assertWhole(sessions().finish(append(state, SIZE)));
  }

  @Test
  void part_whoseAnswerIsLost_isAskedAfter() {
    State begun = begun(ConflictPolicy.FAIL);
    microsoft.faults().inject(Fault.lost().on("PUT").at("/upload/"));
    State state = append(begun, 2 * UNIT);
    assertThat(state.position()).isEqualTo(2 * UNIT);
    microsoft.faults().inject(Fault.lost().on("PUT").at("/upload/"));
    assertWhole(sessions().finish(append(state, SIZE)));
    assertThat(ada.ranges()).hasSize(2);
  }

  @Test
  void part_fromAPositionThatIsPast_answersWhereMicrosoftIs() {
    State begun = begun(ConflictPolicy.FAIL);
    append(begun, 2 * UNIT);
    assertThat(append(begun, UNIT).position()).isEqualTo(2 * UNIT);
  }

  @Test
  void part_thatEndsEarly_isNotSent() {
    State begun = begun(ConflictPolicy.FAIL);
    Writer.assertFails(
        ErrorKind.INVALID_REQUEST,
        () -> sessions().append(begun, new ByteArrayInputStream(new byte[10]), UNIT));
    assertThat(sessions().where(begun).position()).isZero();
  }

  @Test
  void finish_byAnOlderState_findsTheFile_andMicrosoftForgetsTheSessionAtOnce() {
    State state = append(begun(ConflictPolicy.FAIL), 2 * UNIT);
    Entry entry = sessions().finish(append(state, SIZE));
    assertWhole(entry);
    assertThat(sessions().finish(state)).isEqualTo(entry);
    assertThat(sessions().where(state).position()).isEqualTo(SIZE);
    sessions().cancel(state);
    assertWhole(entry);
  }

  @Test
  void finish_ofAFileThatSharePointRewrote_findsItAllTheSame() {
    graph.faults().rewriting(true);
    State begun =
        sessions().begin(Writer.attempt(EntryId.ROOT, "a.docx"), SIZE, null, ConflictPolicy.FAIL);
    Entry entry = sessions().finish(append(begun, SIZE));
    assertThat(entry.size()).isNotEqualTo(SIZE);
    assertThat(ada.names()).containsExactly("a.docx");
  }

  @Test
  void lastPart_whereSomebodyTookTheName_isAConflict_andTheSessionIsDeleted() {
    State state = begun(ConflictPolicy.FAIL);
    theirs();
    Writer.assertFails(ErrorKind.CONFLICT, () -> append(state, SIZE));
    assertThat(ada.items().text(ada.named("file"))).isEqualTo("theirs");
    assertThat(graph.openUploads()).isZero();
  }

  @Test
  void lastPart_whereSomebodyTookTheName_takesAnother() {
    State state = begun(ConflictPolicy.RENAME);
    theirs();
    assertThat(sessions().finish(append(state, SIZE)).name()).isEqualTo("file (2)");
  }

  private void theirs() {
    ada.items().addFile(ada.root(), "file", "theirs".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void replacing_leavesTheOldUntilTheLastPart_andKeepsItsId() {
    Entry old = ada.write("file", TestContent.of("old"));
    State state = append(begun(ConflictPolicy.REPLACE), 3 * UNIT);
    assertThat(ada.text(old)).isEqualTo("old");
    Entry now = sessions().finish(append(state, SIZE));
    assertThat(now.id()).isEqualTo(old.id());
    assertWhole(now);
  }

  @Test
  void replacing_givenUp_leavesTheOld() {
    Entry old = ada.write("file", TestContent.of("old"));
    State state = append(begun(ConflictPolicy.REPLACE), 3 * UNIT);
    sessions().cancel(state);
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> sessions().finish(state));
    assertThat(ada.text(old)).isEqualTo("old");
    assertThat(graph.openUploads()).isZero();
  }

  @Test
  void nothing_isAFileToo() {
    State state =
        sessions().begin(Writer.attempt(EntryId.ROOT, "file"), 0, null, ConflictPolicy.FAIL);
    assertThat(sessions().where(state).position()).isZero();
    assertThat(ada.names()).isEmpty();
    Entry entry = sessions().finish(state);
    assertThat(entry.size()).isZero();
    assertThat(sessions().finish(state)).isEqualTo(entry);
    sessions().cancel(state);
  }

  @Test
  void session_ofMoreThanThereIsRoomFor_isRefusedAtOnce() {
    ada.items().quota(ada.account(), 1000);
    Writer.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> begun(ConflictPolicy.FAIL));
  }

  @Test
  void session_staysOpenForDays() {
    State state = append(begun(ConflictPolicy.FAIL), UNIT);
    microsoft.advance(Duration.ofDays(3));
    assertThat(sessions().where(state)).isEqualTo(state);
  }

  private UploadSessions sessions() {
    return ada.storage().uploadSessions().orElseThrow();
  }

  private State begun(ConflictPolicy policy) {
    return sessions().begin(Writer.attempt(EntryId.ROOT, "file"), SIZE, null, policy);
  }

  /** Sends what is between where it is and a position. */
  private State append(State state, int to) {
    byte[] part = Arrays.copyOfRange(content, (int) state.position(), to);
    return sessions().append(state, new ByteArrayInputStream(part), part.length);
  }

  private void assertWhole(Entry entry) {
    assertThat(entry.size()).isEqualTo(SIZE);
    assertThat(ada.items().content(ada.named("file"))).hasBinaryContent(content);
  }
}
