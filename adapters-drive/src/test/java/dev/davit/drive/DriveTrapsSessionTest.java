package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads whose state somebody keeps: a test for each line that decides what becomes of them. */
class DriveTrapsSessionTest extends WritingBench {
  private static final int UNIT = 256 * 1024;
  private static final int SIZE = 5 * UNIT + 77;

  private final byte[] content = content();

  @Test
  void state_isAllThatIsNeeded_alsoInAnotherProcess() {
    State begun = begun(ConflictPolicy.FAIL);
    State after = append(begun, 3 * UNIT);
    assertThat(after.position()).isEqualTo(3 * UNIT);
    Secret kept = after.token();
    State found = sessions().where(new State(kept, 0, 1));
    assertThat(found).isEqualTo(after);
    assertThat(found.granularity()).isEqualTo(UNIT);
    assertWhole(sessions().finish(append(found, SIZE)));
  }

  @Test
  void state_showsNoAddress() {
    State state = begun(ConflictPolicy.FAIL);
    assertThat(state.token().reveal()).contains("upload_id=");
    assertThat(state.toString()).doesNotContain("upload_id");
  }

  @Test
  void S7_state_thatLeadsElsewhere_isNotFollowed() {
    State state = begun(ConflictPolicy.FAIL);
    String good = state.token().reveal();
    String origin = googles.google().url().toString();
    for (String other :
        List.of("http://127.0.0.1:9/", "http://user@127.0.0.1/", "https://example.org/")) {
      State forged = new State(new Secret(good.replace(origin, other)), 0, UNIT);
      Wishes.assertFails(ErrorKind.PROTOCOL, () -> sessions().where(forged));
      Wishes.assertFails(ErrorKind.PROTOCOL, () -> append(forged, UNIT));
      Wishes.assertFails(ErrorKind.PROTOCOL, () -> sessions().cancel(forged));
    }
    Wishes.assertFails(
        ErrorKind.NOT_FOUND, () -> sessions().where(new State(new Secret("x"), 0, 1)));
  }

  @Test
  void session_isGoodForAWeek_andThenGone() {
    State state = append(begun(ConflictPolicy.FAIL), UNIT);
    googles.google().advance(Duration.ofDays(6));
    assertThat(sessions().where(state)).isEqualTo(state);
    googles.google().advance(Duration.ofDays(2));
    Wishes.assertFails(ErrorKind.NOT_FOUND, () -> sessions().where(state));
    Wishes.assertFails(ErrorKind.NOT_FOUND, () -> append(state, 2 * UNIT));
    Wishes.assertFails(ErrorKind.NOT_FOUND, () -> sessions().finish(state));
    sessions().cancel(state);
  }

  @Test
  void part_ofWhichLessIsTaken_isSentOn_inWholeUnits() {
    googles.drive().faults().takeLess(UNIT);
    State state = append(begun(ConflictPolicy.FAIL), 4 * UNIT);
    assertThat(state.position()).isEqualTo(4 * UNIT);
    assertWhole(sessions().finish(append(state, SIZE)));
  }

  @Test
  void part_whoseAnswerIsLost_isAskedAfter() {
    State begun = begun(ConflictPolicy.FAIL);
    googles.google().faults().inject(Fault.lost().on("PUT").at("upload_id"));
    State state = append(begun, 2 * UNIT);
    assertThat(state.position()).isEqualTo(2 * UNIT);
    googles.google().faults().inject(Fault.lost().on("PUT").at("upload_id").times(2));
    assertWhole(sessions().finish(append(state, SIZE)));
  }

  @Test
  void part_fromAPositionThatIsPast_answersWhereGoogleIs() {
    State begun = begun(ConflictPolicy.FAIL);
    append(begun, 3 * UNIT);
    assertThat(append(begun, UNIT).position()).isEqualTo(3 * UNIT);
  }

  @Test
  void part_thatEndsEarly_isNotSent() {
    State begun = begun(ConflictPolicy.FAIL);
    Wishes.assertFails(
        ErrorKind.INVALID_REQUEST,
        () -> sessions().append(begun, new ByteArrayInputStream(new byte[10]), UNIT));
    assertThat(sessions().where(begun).position()).isZero();
  }

  @Test
  void finish_afterTheSessionIsForgotten_findsTheFileByItsId() {
    State state = append(begun(ConflictPolicy.FAIL), SIZE);
    googles.google().advance(Duration.ofDays(8));
    Entry entry = sessions().finish(state);
    assertWhole(entry);
    assertThat(sessions().finish(state)).isEqualTo(entry);
    sessions().cancel(state);
    assertThat(ada.named("file")).hasSize(1);
  }

  @Test
  void finish_whereSomebodyTookTheName_givesWay() {
    State state = begun(ConflictPolicy.FAIL);
    ada.items().addFile(ada.root(), "file", "text/plain", new byte[1]);
    State whole = append(state, SIZE);
    Wishes.assertFails(ErrorKind.CONFLICT, () -> sessions().finish(whole));
    assertThat(ada.named("file")).hasSize(1);
    assertThat(ada.items().size(ada.named("file").get(0))).isEqualTo(1);
  }

  @Test
  void finish_whereSomebodyTookTheName_takesAnother() {
    State state = begun(ConflictPolicy.RENAME);
    ada.items().addFile(ada.root(), "file", "text/plain", new byte[1]);
    assertThat(sessions().finish(append(state, SIZE)).name()).isEqualTo("file (2)");
  }

  @Test
  void replacing_leavesTheOldUntilTheLastPart() {
    Entry old = ada.write("file", TestContent.of("old"), ConflictPolicy.FAIL);
    State state = append(begun(ConflictPolicy.REPLACE), 5 * UNIT);
    assertThat(ada.text(old)).isEqualTo("old");
    Entry now = sessions().finish(append(state, SIZE));
    assertThat(now.id()).isEqualTo(old.id());
    assertWhole(now);
  }

  @Test
  void replacing_givenUp_leavesTheOld() {
    Entry old = ada.write("file", TestContent.of("old"), ConflictPolicy.FAIL);
    State state = append(begun(ConflictPolicy.REPLACE), 5 * UNIT);
    sessions().cancel(state);
    Wishes.assertFails(ErrorKind.NOT_FOUND, () -> sessions().finish(state));
    assertThat(ada.text(old)).isEqualTo("old");
    assertThat(googles.drive().openUploads()).isZero();
  }

  @Test
  void nothing_isAFileToo() {
    State state = sessions().begin(attempt(), 0, "text/plain", ConflictPolicy.FAIL);
    assertThat(sessions().where(state).position()).isZero();
    assertThat(ada.named("file")).isEmpty();
    Entry entry = sessions().finish(state);
    assertThat(entry.size()).isZero();
    assertThat(sessions().finish(state)).isEqualTo(entry);
  }

  @Test
  void mediaType_isKept() {
    State state = sessions().begin(attempt(), 1, "application/pdf", ConflictPolicy.FAIL);
    State whole = sessions().append(state, new ByteArrayInputStream(new byte[1]), 1);
    assertThat(sessions().finish(whole).contentType()).isEqualTo("application/pdf");
  }

  private UploadSessions sessions() {
    return ada.storage().uploadSessions().orElseThrow();
  }

  private WriteAttempt attempt() {
    return Writer.attempt("file");
  }

  private State begun(ConflictPolicy policy) {
    return sessions().begin(attempt(), SIZE, null, policy);
  }

  /** Sends what is between where it is and a position. */
  private State append(State state, int to) {
    int from = Math.toIntExact(state.position());
    byte[] part = Arrays.copyOfRange(content, from, to);
    return sessions().append(state, new ByteArrayInputStream(part), part.length);
  }

  private void assertWhole(Entry entry) {
    List<String> files = new ArrayList<>(ada.named("file"));
    assertThat(files).hasSize(1);
    assertThat(entry.size()).isEqualTo(SIZE);
    assertThat(ada.items().content(files.get(0))).hasBinaryContent(content);
  }

  private static byte[] content() {
    try (InputStream in = TestContent.generated(SIZE).open()) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
