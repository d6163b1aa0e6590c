package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskWritingTest {
  private static final int AT_ONCE = 8;

  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
  }

  @Test
  void write_isForTheOwnersEyesOnly() throws IOException {
    disk.write("x", "x");
    disk.folder("f");
    assertThat(permissions(disk.root)).isEqualTo("rwx------");
    assertThat(permissions(disk.root.resolve("x"))).isEqualTo("rw-------");
    assertThat(permissions(disk.root.resolve("f"))).isEqualTo("rwx------");
  }

  @Test
  void write_untilItIsWhole_showsNothing() throws IOException {
    disk.storage.write(
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  assertThat(disk.names(EntryId.ROOT)).isEmpty();
                  assertThat(disk.onDisk()).hasSize(1).allMatch(DiskNames::isHidden);
                  return -1;
                }),
            ConflictPolicy.FAIL));
    assertThat(disk.onDisk()).containsExactly("x");
  }

  @Test
  void write_thatFails_leavesWhatWasThere() throws IOException {
    Entry old = disk.write("x", "old");
    WriteRequest broken =
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  throw new IOException("torn");
                }),
            ConflictPolicy.REPLACE);
    Fixture.assertKind(ErrorKind.UNAVAILABLE, () -> disk.storage.write(broken));
    assertThat(disk.text(old.id())).isEqualTo("old");
    assertThat(disk.onDisk()).containsExactly("x");
  }

  @Test
  void write_whoseContentThrows_passesItOnAndLeavesNothing() throws IOException {
    CloudException tooLarge = new CloudException(ErrorKind.TOO_LARGE, "Too large.");
    WriteRequest broken =
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  throw tooLarge;
                }),
            ConflictPolicy.FAIL);
    assertThatThrownBy(() -> disk.storage.write(broken)).isSameAs(tooLarge);
    assertThat(disk.onDisk()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 5, 1000})
  void write_ofAnotherSizeThanSaid_isRefused(long declared) throws IOException {
    WriteRequest lying =
        Fixture.request(
            EntryId.ROOT, "x", Contents.lying(declared, "four"), ConflictPolicy.REPLACE);
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.storage.write(lying));
    assertThat(disk.onDisk()).isEmpty();
  }

  @Test
  void write_ofMoreThanThereIsRoomFor_isRefusedUnopened() {
    WriteRequest huge =
        Fixture.request(
            EntryId.ROOT, "x", Contents.untouchable(Long.MAX_VALUE - 1), ConflictPolicy.FAIL);
    Fixture.assertKind(ErrorKind.QUOTA_EXCEEDED, () -> disk.storage.write(huge));
  }

  @Test
  void write_whereTheNameIsTaken_isRefusedUnopened() {
    disk.write("x", "x");
    disk.folder("f");
    for (String name : List.of("x", "f")) {
      WriteRequest taken =
          Fixture.request(EntryId.ROOT, name, Contents.untouchable(1), ConflictPolicy.FAIL);
      Fixture.assertKind(ErrorKind.CONFLICT, () -> disk.storage.write(taken));
    }
    WriteRequest folder =
        Fixture.request(EntryId.ROOT, "f", Contents.untouchable(1), ConflictPolicy.REPLACE);
    Fixture.assertKind(ErrorKind.CONFLICT, () -> disk.storage.write(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "/", "a\0b", ".davit-12345678.part", ".Davit-x"})
  void write_underAnImpossibleName_isRefusedInWords(String name) {
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.write(name, "x"));
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST, () -> disk.storage.createFolder(EntryId.ROOT, name));
    Entry file = disk.write("file", "x");
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> disk.storage.move(file.id(), EntryId.ROOT, name, ConflictPolicy.REPLACE));
  }

  @Test
  void write_tooDeepForAnId_isRefusedInWords() {
    EntryId at = EntryId.ROOT;
    for (int depth = 0; depth < 2; depth++) {
      at = disk.storage.createFolder(at, "n".repeat(255)).id();
    }
    EntryId deep = disk.storage.createFolder(at, "n".repeat(200)).id();
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> disk.write(deep, "n".repeat(60), "x", ConflictPolicy.FAIL));
    disk.write(deep, "n".repeat(40), "x", ConflictPolicy.FAIL);
  }

  @Test
  void write_ifMatch_replacesOnlyThatOne() throws IOException {
    Entry first = disk.write("x", "1");
    Entry second = replace("2", first.etag());
    assertThat(second.etag()).isNotEqualTo(first.etag());
    assertThat(second).isEqualTo(disk.storage.stat(second.id()));
    Fixture.assertKind(ErrorKind.PRECONDITION_FAILED, () -> replace("3", first.etag()));
    assertThat(disk.text(second.id())).isEqualTo("2");
    disk.storage.delete(second.id());
    Fixture.assertKind(ErrorKind.PRECONDITION_FAILED, () -> replace("3", second.etag()));
    assertThat(disk.onDisk()).isEmpty();
  }

  @Test
  void write_atOnceUnderOneName_onlyOneGetsIt() throws Exception {
    List<Storage> processes = processes();
    for (int round = 0; round < 50; round++) {
      String name = "x" + round;
      List<Future<Entry>> writes =
          atOnce(number -> processes.get(number).write(contended(name, ConflictPolicy.FAIL)));
      assertThat(outcomes(writes)).containsOnlyOnce("ok").contains("CONFLICT").hasSize(AT_ONCE);
    }
    assertThat(disk.onDisk()).hasSize(50);
  }

  @Test
  void write_atOnceByOneEtag_onlyOneReplaces() throws Exception {
    Entry first = disk.write("x", "0");
    List<Future<Entry>> writes = atOnce(number -> replace("x" + number, first.etag()));
    assertThat(outcomes(writes)).containsOnlyOnce("ok").contains("PRECONDITION_FAILED");
  }

  @Test
  void write_atOnceRenaming_allGetNamesOfTheirOwn() throws Exception {
    List<Storage> processes = processes();
    List<Future<Entry>> writes =
        atOnce(number -> processes.get(number).write(contended("x.txt", ConflictPolicy.RENAME)));
    assertThat(outcomes(writes)).containsOnly("ok");
    assertThat(disk.onDisk()).hasSize(AT_ONCE).contains("x.txt", "x (2).txt", "x (8).txt");
  }

  @Test
  void write_withTheTagOfOneUnderWay_isRefusedAndHarmsNothing() throws IOException {
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "x", Fixture.tag());
    WriteRequest second =
        new WriteRequest(attempt, Contents.untouchable(1), null, ConflictPolicy.FAIL, null);
    Entry written =
        disk.storage.write(
            new WriteRequest(
                attempt,
                Contents.then(
                    "first",
                    () -> {
                      Fixture.assertKind(ErrorKind.CONFLICT, () -> disk.storage.write(second));
                      return -1;
                    }),
                null,
                ConflictPolicy.FAIL,
                null));
    assertThat(disk.text(written.id())).isEqualTo("first");
  }

  @Test
  void recover_ofAnUnfinishedWrite_removesItsRemainsOnly() throws IOException {
    disk.write("x", "another's");
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "x", Fixture.tag());
    WriteAttempt other = new WriteAttempt(EntryId.ROOT, "x", Fixture.tag());
    Files.writeString(disk.root.resolve(DiskNames.temporary(attempt.tag())), "half");
    Files.writeString(disk.root.resolve(DiskNames.temporary(other.tag())), "half");
    assertThat(disk.names(EntryId.ROOT)).containsExactly("x");
    assertThat(disk.storage.recover(attempt)).isEmpty();
    assertThat(disk.onDisk()).containsExactly(DiskNames.temporary(other.tag()), "x");
    assertThat(disk.storage.recover(attempt).map(Entry::name)).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.txt", "x (3).txt"})
  void recover_ofAWriteThatWasPublished_answersItAndRemovesTheSecondLink(String name)
      throws IOException {
    disk.write("x (2).txt", "another's");
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "x.txt", Fixture.tag());
    Path temporary = disk.root.resolve(DiskNames.temporary(attempt.tag()));
    Files.writeString(temporary, "whole");
    Files.createLink(disk.root.resolve(name), temporary);
    assertThat(disk.storage.recover(attempt).map(Entry::name)).contains(name);
    assertThat(disk.onDisk()).containsExactlyInAnyOrder("x (2).txt", name);
  }

  @Test
  void recover_whereNothingIs_isEmpty() {
    Entry folder = disk.folder("f");
    assertThat(disk.storage.recover(new WriteAttempt(folder.id(), "x", Fixture.tag()))).isEmpty();
    assertThat(disk.storage.recover(new WriteAttempt(EntryId.ROOT, "f", Fixture.tag()))).isEmpty();
    assertThat(disk.storage.recover(new WriteAttempt(EntryId.ROOT, "a/b", Fixture.tag())))
        .isEmpty();
    disk.storage.delete(folder.id());
    assertThat(disk.storage.recover(new WriteAttempt(folder.id(), "x", Fixture.tag()))).isEmpty();
  }

  private List<Storage> processes() {
    return Stream.generate(disk::another).limit(AT_ONCE).toList();
  }

  private static WriteRequest contended(String name, ConflictPolicy conflict) {
    return Fixture.request(EntryId.ROOT, name, Contents.text("x"), conflict);
  }

  private Entry replace(String text, @Nullable String etag) {
    return disk.storage.write(
        Fixture.request(EntryId.ROOT, "x", Contents.text(text), ConflictPolicy.REPLACE, etag));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Something done by each of several threads. */
  private interface Numbered {
    Entry run(int number);
  }

  private static List<Future<Entry>> atOnce(Numbered action) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    List<Callable<Entry>> actions = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      int number = i;
      actions.add(
          () -> {
            start.await(1, TimeUnit.MINUTES);
            return action.run(number);
          });
    }
    try {
      return threads.invokeAll(actions, 1, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> outcomes(List<Future<Entry>> writes) throws InterruptedException {
    List<String> outcomes = new ArrayList<>();
    for (Future<Entry> write : writes) {
      try {
        outcomes.add(Objects.requireNonNull(write.get()).isFolder() ? "folder" : "ok");
      } catch (java.util.concurrent.ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(CloudException.class);
        outcomes.add(e.getCause() instanceof CloudException refusal ? refusal.kind().name() : "");
      }
    }
    return outcomes;
  }
}
