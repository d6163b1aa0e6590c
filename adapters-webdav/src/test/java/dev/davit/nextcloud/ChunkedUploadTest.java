package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Exchange;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chunked uploads, version 2, in sessions and behind an ordinary write. */
class ChunkedUploadTest extends CloudTest {
  private static final int MIB = 1024 * 1024;

  @Test
  void write_goesThroughAFolderOfChunks_eachWithWhatVersion2AsksFor() {
    Entry entry = write("large.bin", TestContent.generated(21L * MIB), ConflictPolicy.FAIL);
    assertThat(entry.size()).isEqualTo(21L * MIB);
    List<Exchange> puts = server.requests().of("PUT", "/uploads/");
    assertThat(puts)
        .extracting(put -> put.path().replaceAll(".*/", ""))
        .containsExactly("00001", "00002", "00003");
    List<Exchange> all = new java.util.ArrayList<>(puts);
    all.addAll(server.requests().of("MKCOL", "/uploads/"));
    all.addAll(server.requests().of("MOVE", "/uploads/"));
    assertThat(all)
        .hasSize(5)
        .allSatisfy(
            one ->
                assertThat(one.header("Destination"))
                    .contains(server.address() + "remote.php/dav/files/ada%201815/large.bin"));
    assertThat(server.requests().of("MOVE", "/.file"))
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.header("OC-Total-Length")).contains(Long.toString(21L * MIB));
              assertThat(move.header("OC-Checksum").orElse("")).startsWith("SHA256:");
            });
    assertThat(puts).allSatisfy(put -> assertThat(put.header("X-Hash")).contains("sha256"));
  }

  @Test
  void write_ofAFewBytes_isOneChunk_andAnEmptyFileNone() {
    write("small", "x");
    assertThat(server.requests().count("PUT", "/uploads/")).isEqualTo(1);
    assertThat(write("empty", "").size()).isZero();
    assertThat(server.requests().count("PUT", "/uploads/")).isEqualTo(1);
    assertThat(text(write("empty", "").id())).isEmpty();
    assertThat(names()).containsExactly("empty", "small");
  }

  @Test
  void write_thatReplaces_keepsTheFileAndItsId() {
    EntryId id = write("file", "old").id();
    assertThat(write("file", "new").id()).isEqualTo(id);
    assertThat(text(id)).isEqualTo("new");
  }

  @Test
  void write_whoseBytesChangeOnTheWay_fails_andLeavesNothing() throws Exception {
    Entry old = write("file", "old");
    try (CuttingProxy proxy = new CuttingProxy(server.address().getPort())) {
      Storage storage = through(proxy);
      proxy.garbleAfter(MIB);
      assertKind(
          ErrorKind.PROTOCOL,
          () ->
              storage.write(
                  new dev.davit.ports.storage.WriteRequest(
                      attempt(EntryId.ROOT, "file"),
                      TestContent.generated(2L * MIB),
                      null,
                      ConflictPolicy.REPLACE,
                      null)));
    }
    assertThat(text(old.id())).isEqualTo("old");
    assertThat(server.requests().count("MOVE", "/uploads/")).isEqualTo(1);
    assertNoUploads();
  }

  @Test
  void append_ofBytesThatChangeOnTheWay_isSentAgain() throws Exception {
    byte[] all = bytes(12 * MIB);
    try (CuttingProxy proxy = new CuttingProxy(server.address().getPort())) {
      UploadSessions sessions = through(proxy).uploadSessions().orElseThrow();
      State begun =
          sessions.begin(attempt(EntryId.ROOT, "file"), all.length, null, ConflictPolicy.FAIL);
      proxy.garbleAfter(MIB);
      assertKind(ErrorKind.PROTOCOL, () -> next(sessions, begun, all));
      assertThat(sessions.where(begun).position()).isZero();
      Entry entry = sessions.finish(rest(sessions, begun, all));
      assertThat(bytes(entry)).isEqualTo(all);
    }
  }

  @Test
  void session_cutThreeTimes_andBegunAnewByAnotherProcessOnce_sendsAtMostOneChunkTwiceACut()
      throws Exception {
    byte[] all = bytes(45 * MIB);
    try (CuttingProxy proxy = new CuttingProxy(server.address().getPort())) {
      UploadSessions sessions = through(proxy).uploadSessions().orElseThrow();
      State state =
          sessions.begin(attempt(EntryId.ROOT, "file"), all.length, null, ConflictPolicy.FAIL);
      int sent = 0;
      for (int cut = 0; cut < 3; cut++) {
        proxy.cutAfter(14L * MIB);
        State at = state;
        Counter counter = new Counter();
        assertKind(ErrorKind.UNAVAILABLE, () -> rest(sessions, at, all, counter));
        sent += counter.count;
        state = sessions.where(state);
      }
      UploadSessions another = storage.uploadSessions().orElseThrow();
      State kept = new State(new Secret(state.token().reveal()), 0, state.granularity());
      Counter counter = new Counter();
      Entry entry = another.finish(rest(another, another.where(kept), all, counter));
      assertThat(bytes(entry)).isEqualTo(all);
      assertThat(sent + counter.count).isBetween(5 + 1, 5 + 3);
    }
  }

  @Test
  void finish_whileTheServerStillAssembles_looks_andNeverAsksAgain() {
    for (int status : new int[] {504, 423}) {
      server.requests().clear();
      waits.clear();
      server.faults().slowAssembly(status, 3);
      Entry entry = write("slow" + status, TestContent.generated(3), ConflictPolicy.FAIL);
      assertThat(entry.size()).isEqualTo(3);
      assertThat(waits).isNotEmpty();
      assertThat(server.requests().count("MOVE", "/uploads/")).isEqualTo(1);
    }
  }

  @Test
  void finish_whileTheServerAssemblesForEver_endsUnavailable_andRecoverLooks() {
    server.faults().slowAssembly(504, 1_000);
    WriteAttempt attempt = attempt(EntryId.ROOT, "never");
    assertKind(
        ErrorKind.UNAVAILABLE,
        () ->
            storage.write(
                new dev.davit.ports.storage.WriteRequest(
                    attempt, TestContent.generated(3), null, ConflictPolicy.FAIL, null)));
    assertThat(server.requests().count("MOVE", "/uploads/")).isEqualTo(1);
    assertThat(waits.stream().mapToLong(java.time.Duration::toSeconds).sum()).isBetween(240L, 360L);
    assertThat(storage.recover(attempt)).isEmpty();
    assertNoUploads();
  }

  @Test
  void session_thatHasExpired_isGone() {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state = sessions.begin(attempt(EntryId.ROOT, "file"), 10, null, ConflictPolicy.FAIL);
    clock.advance(java.time.Duration.ofHours(25));
    assertKind(ErrorKind.NOT_FOUND, () -> sessions.where(state));
    assertKind(ErrorKind.NOT_FOUND, () -> sessions.finish(state));
  }

  @Test
  void finish_beforeAllHasArrived_isRefused() {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state = sessions.begin(attempt(EntryId.ROOT, "file"), 10, null, ConflictPolicy.FAIL);
    assertKind(ErrorKind.INVALID_REQUEST, () -> sessions.finish(state));
    assertThat(names()).isEmpty();
  }

  @Test
  void finish_ofAnExpiredSession_doesNotTakeTheOldFileForItsOwn() {
    write("file", "0123456789");
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state = sessions.begin(attempt(EntryId.ROOT, "file"), 10, null, ConflictPolicy.REPLACE);
    sessions.cancel(state);
    assertKind(ErrorKind.NOT_FOUND, () -> sessions.finish(state));
  }

  @Test
  void session_ofNothing_isAnEmptyFile() {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state = sessions.begin(attempt(EntryId.ROOT, "file"), 0, null, ConflictPolicy.FAIL);
    Entry entry = sessions.finish(state);
    assertThat(entry.size()).isZero();
    assertThat(sessions.finish(state)).isEqualTo(entry);
    assertNoUploads();
  }

  @Test
  void session_underATakenName_takesAnother_orIsRefusedBeforeAnythingIsSent() {
    write("a.txt", "x");
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    assertKind(
        ErrorKind.CONFLICT,
        () -> sessions.begin(attempt(EntryId.ROOT, "a.txt"), 1, null, ConflictPolicy.FAIL));
    byte[] all = {1};
    State state = sessions.begin(attempt(EntryId.ROOT, "a.txt"), 1, null, ConflictPolicy.RENAME);
    Entry entry = sessions.finish(rest(sessions, state, all));
    assertThat(entry.name()).isEqualTo("a (2).txt");
    assertThat(sessions.finish(state)).isEqualTo(entry);
  }

  @Test
  void chunks_areLargeEnough_soThatTenThousandDo() {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    for (long size : new long[] {1, 100L << 30, 1L << 40, 45L << 40}) {
      State state = sessions.begin(attempt(EntryId.ROOT, "file"), size, null, ConflictPolicy.FAIL);
      assertThat(state.granularity()).isBetween(5_000_000L, 5_000_000_000L);
      assertThat((size + state.granularity() - 1) / state.granularity())
          .isLessThanOrEqualTo(10_000);
      sessions.cancel(state);
    }
    assertKind(
        ErrorKind.TOO_LARGE,
        () -> sessions.begin(attempt(EntryId.ROOT, "file"), 1L << 46, null, ConflictPolicy.FAIL));
  }

  @Test
  void append_ofWhatIsNoPart_isAMistakeOfTheCaller() {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state =
        sessions.begin(attempt(EntryId.ROOT, "file"), 30L * MIB, null, ConflictPolicy.FAIL);
    for (long length : new long[] {1, MIB, 31L * MIB}) {
      assertThatThrownBy(
              () -> sessions.append(state, new ByteArrayInputStream(new byte[0]), length))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertKind(ErrorKind.NOT_FOUND, () -> sessions.where(new State(new Secret("forged"), 0, 1)));
  }

  private void assertNoUploads() {
    assertThat(folder.resolve("data/uploads/" + Clouds.USER).toFile().list()).isEmpty();
  }

  private static final class Counter {
    int count;
  }

  private static State rest(UploadSessions sessions, State from, byte[] all) {
    return rest(sessions, from, all, new Counter());
  }

  private static State rest(UploadSessions sessions, State from, byte[] all, Counter counter) {
    State state = from;
    while (state.position() < all.length) {
      counter.count++;
      state = next(sessions, state, all);
    }
    return state;
  }

  private static State next(UploadSessions sessions, State state, byte[] all) {
    int from = (int) state.position();
    int to = (int) Math.min(all.length, from + state.granularity());
    byte[] part = Arrays.copyOfRange(all, from, to);
    return sessions.append(state, new ByteArrayInputStream(part), part.length);
  }

  private static byte[] bytes(int length) throws IOException {
    return TestContent.generated(length).open().readAllBytes();
  }

  private byte[] bytes(Entry entry) throws IOException {
    try (var download = storage.read(entry.id(), null)) {
      return download.body().readAllBytes();
    } catch (CloudException e) {
      throw new AssertionError(e);
    }
  }
}
