package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.SimulatedDeath;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.fault.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several who write at once, and writes that are cut. */
class S3WritersTest extends S3Tests {
  private static final int WRITERS = 4;

  @ParameterizedTest
  @ValueSource(longs = {100, S3Bench.PART + 100})
  void writersOfOneNewName_exactlyOneWins_andTheOthersAreTold(long size) throws Exception {
    List<ErrorKind> kinds = atOnce(number -> () -> write(number, size, ConflictPolicy.FAIL));
    assertThat(kinds).hasSize(WRITERS - 1).containsOnly(ErrorKind.CONFLICT);
    assertThat(names(EntryId.ROOT)).containsExactly("same");
    assertThat(foreigner.uploads()).isEmpty();
    assertThat(foreigner.keys()).containsExactly("same");
  }

  /** This server looks at the version before it takes the bytes, so more than one may win. */
  @Test
  void writersOverOneVersion_oneWins_andThoseWhoComeLateAreTold() throws Exception {
    Entry old = write(EntryId.ROOT, "same", Contents.text("old"));
    List<ErrorKind> kinds =
        atOnce(
            number ->
                () ->
                    storage.write(
                        Fixture.request(
                            EntryId.ROOT,
                            "same",
                            Contents.text("new " + number),
                            ConflictPolicy.REPLACE,
                            old.etag())));
    assertThat(kinds).hasSizeLessThan(WRITERS);
    assertThat(kinds).allMatch(kind -> kind == ErrorKind.PRECONDITION_FAILED);
    assertThat(names(EntryId.ROOT)).containsExactly("same");
    assertThat(text(old.id())).startsWith("new ");
  }

  /** This server heeds no condition on keys that end in a slash, so more than one may win. */
  @Test
  void makersOfOneFolder_makeOne_andTheOthersAreTold() throws Exception {
    List<ErrorKind> kinds = atOnce(number -> () -> storage.createFolder(EntryId.ROOT, "same"));
    assertThat(kinds).hasSizeLessThan(WRITERS);
    assertThat(kinds).allMatch(kind -> kind == ErrorKind.CONFLICT);
    assertThat(names(EntryId.ROOT)).containsExactly("same");
  }

  @Test
  void renamingWriters_allArrive() throws Exception {
    assertThat(atOnce(number -> () -> write(number, 10, ConflictPolicy.RENAME))).isEmpty();
    assertThat(names(EntryId.ROOT)).hasSize(WRITERS).contains("same", "same (2)");
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aPartThatIsCut_isSentAgain_thoughTheContentIsOpenedOnce(WireFault cut) throws Exception {
    TestContent content = TestContent.generated(2L * S3Bench.PART).withUnknownSize();
    bench.line().faults().at(r -> r.is("PUT") && r.target().contains("partNumber=2"), 1, cut);
    Entry entry = write(EntryId.ROOT, "cut", content);
    assertThat(bench.line().faults().struck()).isTrue();
    bench.line().faults().mend();
    assertThat(content.opened()).isEqualTo(1);
    assertThat(entry.size()).isEqualTo(2L * S3Bench.PART);
    foreigner.assertGenerated("cut", 2L * S3Bench.PART);
  }

  static List<WireFault> cuts() {
    return List.of(WireFault.dropped(), WireFault.answerAfterwards(503));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void lastRequestThatIsCut_isNoConflictWithOneself(WireFault cut) {
    TestContent content = TestContent.generated(S3Bench.PART + 1L).withUnknownSize();
    bench.line().faults().at(r -> r.is("POST") && r.target().contains("uploadId="), 1, cut);
    Entry entry = write(EntryId.ROOT, "cut", content);
    assertThat(bench.line().faults().struck()).isTrue();
    assertThat(storage.stat(entry.id())).isEqualTo(entry);
    assertThat(foreigner.keys()).containsExactly("cut");
  }

  @Test
  void F_writeInPartsThatDied_isFoundByItsTag_andCleared() {
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "dead", Fixture.tag());
    WriteAttempt other = new WriteAttempt(EntryId.ROOT, "dead", Fixture.tag());
    var sessions = storage.uploadSessions().orElseThrow();
    var alive = sessions.begin(other, 1, null, ConflictPolicy.FAIL);
    sessions.begin(attempt, 3L * S3Bench.PART, null, ConflictPolicy.FAIL);
    assertThat(foreigner.uploads()).containsExactly("dead", "dead");
    assertThat(storage.recover(attempt)).isEmpty();
    assertThat(foreigner.uploads()).containsExactly("dead");
    assertThat(foreigner.keys()).hasSize(1);
    assertThat(sessions.where(alive).position()).isZero();
    assertThat(storage.recover(other)).isEmpty();
    assertThat(foreigner.keys()).isEmpty();
    assertThat(foreigner.uploads()).isEmpty();
  }

  @Test
  void contentThatDies_leavesNothing() {
    TestContent content =
        TestContent.generated(3L * S3Bench.PART).withDeathAt(2L * S3Bench.PART + 1);
    try {
      write(EntryId.ROOT, "dead", content);
      throw new AssertionError("it did not die");
    } catch (SimulatedDeath death) {
      assertThat(foreigner.keys()).isEmpty();
      assertThat(foreigner.uploads()).isEmpty();
    }
  }

  private Entry write(int writer, long size, ConflictPolicy conflict) {
    TestContent content = TestContent.generated(size + writer).withUnknownSize();
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "same", Fixture.tag());
    return storage.write(new WriteRequest(attempt, content, null, conflict, null));
  }

  /** What one writer does. */
  private interface Writer {
    Callable<Entry> of(int number);
  }

  /** Does it on several threads; answers how those failed that did. */
  private static List<ErrorKind> atOnce(Writer writer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Entry>> calls = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        calls.add(writer.of(i));
      }
      List<ErrorKind> kinds = new ArrayList<>();
      for (Future<Entry> done : threads.invokeAll(calls, 1, TimeUnit.MINUTES)) {
        failure(done).ifPresent(kinds::add);
      }
      return kinds;
    } finally {
      threads.shutdown();
    }
  }

  private static Optional<ErrorKind> failure(Future<Entry> done) throws Exception {
    try {
      done.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CloudException cloud) {
        return Optional.of(cloud.kind());
      }
      throw e;
    }
  }
}
