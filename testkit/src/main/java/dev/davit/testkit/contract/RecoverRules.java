package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.Checkpoint;
import dev.davit.testkit.fault.TestContent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Clearing up after writes that were interrupted. Here an interrupted write is one whose content
 * never goes on, as seen by another node.
 */
interface RecoverRules extends StorageFixture {
  /** Large enough to be on its way when it stops. */
  long STOPPING = 200_000;

  /** How often something is asked that may take a moment to be so. */
  int MANY = 200;

  /** Nothing to do. */
  Runnable NOTHING = () -> {};

  @Test
  default void recover_whileNothingCameOfIt_answersNothing() {
    WriteAttempt attempt = StorageFixture.attempt(EntryId.ROOT, "file");
    Entry other = writeText(EntryId.ROOT, "other", "x");
    assertThat(storage().recover(attempt)).isEmpty();
    assertThat(storage().recover(attempt)).isEmpty();
    assertThat(all(EntryId.ROOT, 10)).containsExactly(other);
  }

  @Test
  default void recover_afterACompleteWrite_answersIt_andLeavesIt() {
    WriteRequest request =
        StorageFixture.request(
            EntryId.ROOT, "file", TestContent.of("whole"), ConflictPolicy.FAIL, null);
    Entry entry = storage().write(request);
    for (int i = 0; i < 3; i++) {
      assertThat(storage().recover(request.attempt())).contains(entry);
    }
    assertThat(text(entry.id())).isEqualTo("whole");
  }

  @Test
  default void recover_whereSomebodyElseHasTheName_answersTheirs_andLeavesIt() {
    Entry theirs = writeText(EntryId.ROOT, "file", "theirs");
    WriteAttempt ours = StorageFixture.attempt(EntryId.ROOT, "file");
    assertThat(storage().recover(ours)).contains(theirs);
    assertThat(text(theirs.id())).isEqualTo("theirs");
  }

  @Test
  default void recover_whereAFolderHasTheName_leavesIt() {
    Entry folder = folder("file");
    Entry inside = writeText(folder.id(), "inside", "x");
    storage().recover(StorageFixture.attempt(EntryId.ROOT, "file"));
    // By id: a folder's own time may have changed with what was put into it.
    assertThat(all(EntryId.ROOT, 10)).extracting(Entry::id).containsExactly(folder.id());
    assertThat(all(folder.id(), 10)).containsExactly(inside);
  }

  @Test
  default void recover_inAFolderThatIsGone_answersNothing() {
    EntryId folder = folder("folder").id();
    storage().delete(folder);
    assertThat(storage().recover(StorageFixture.attempt(folder, "file"))).isEmpty();
  }

  @Test
  default void F_recover_afterAnInterruption_leavesNothingOfIt() {
    for (long position : new long[] {0, 1, STOPPING / 2, STOPPING - 1}) {
      assertCleared(TestContent.generated(STOPPING), position);
      assertCleared(TestContent.generated(STOPPING).withUnknownSize(), position);
    }
  }

  @Test
  default void F_recover_afterAnInterruption_leavesEverybodyElsesFiles() {
    WriteAttempt attempt = StorageFixture.attempt(EntryId.ROOT, "file.pdf");
    Entry old = writeText(EntryId.ROOT, "file.pdf", "old");
    for (String name : lookAlikes()) {
      if (traits().names().test(name)) {
        writeText(EntryId.ROOT, name, "in " + name);
      }
    }
    List<Entry> before = all(EntryId.ROOT, 100);
    whileStopped(
        attempt,
        TestContent.generated(STOPPING),
        STOPPING / 2,
        () -> {
          storage().recover(attempt);
          assertThat(all(EntryId.ROOT, 100)).containsExactlyInAnyOrderElementsOf(before);
          assertThat(text(old.id())).isEqualTo("old");
        });
    for (Entry entry : before) {
      assertThat(text(entry.id())).endsWith(entry.id().equals(old.id()) ? "old" : entry.name());
    }
  }

  @Test
  default void recover_ofOneAttempt_letsAnotherOfTheSameNameFinish() {
    WriteAttempt dead = StorageFixture.attempt(EntryId.ROOT, "file");
    WriteAttempt alive = StorageFixture.attempt(EntryId.ROOT, "file");
    Checkpoint checkpoint = new Checkpoint();
    TestContent content = TestContent.generated(STOPPING).withPauseAt(STOPPING / 2, checkpoint);
    Together.Running<Entry> writing = start(alive, content);
    checkpoint.awaitArrival();
    whileStopped(
        dead,
        TestContent.generated(STOPPING),
        STOPPING / 2,
        () -> {
          storage().recover(dead);
          checkpoint.release();
          assertThat(bytes(writing.get().id(), null)).hasSize((int) STOPPING);
        });
  }

  @Test
  default void list_whileAFileIsBeingWritten_isAnsweredOrRefused() {
    writeText(EntryId.ROOT, "old", "old");
    Checkpoint checkpoint = new Checkpoint();
    TestContent content = TestContent.generated(STOPPING).withDeadEndAt(STOPPING / 2, checkpoint);
    Together.Running<Entry> writing = start(StorageFixture.attempt(EntryId.ROOT, "new"), content);
    checkpoint.awaitArrival();
    try {
      if (traits().has(Deviation.BUSY_WHILE_WRITTEN)) {
        assertThat(IntStream.range(0, MANY)).anyMatch(i -> isRefused());
      } else {
        assertThat(names(EntryId.ROOT)).containsExactly("old");
      }
    } finally {
      checkpoint.release();
      writing.awaitEnd();
    }
  }

  /** What was sent may take a moment to get there, so that this is asked more than once. */
  private boolean isRefused() {
    try {
      names(EntryId.ROOT);
      return false;
    } catch (CloudException refused) {
      return refused.kind() == ErrorKind.UNAVAILABLE;
    }
  }

  @Test
  default void write_stillOnItsWay_canNotBeSeenUnderItsName() {
    Entry old = writeText(EntryId.ROOT, "old", "old");
    for (String name : List.of("old", "new")) {
      WriteAttempt attempt = StorageFixture.attempt(EntryId.ROOT, name);
      whileStopped(
          attempt,
          TestContent.generated(STOPPING),
          STOPPING - 1,
          () -> {
            assertThat(text(old.id())).isEqualTo("old");
            assertThat(names(EntryId.ROOT)).contains("old").doesNotContain("new");
            storage().recover(attempt);
          });
    }
  }

  private void assertCleared(TestContent content, long position) {
    EntryId folder = folder("at " + position + content.size()).id();
    WriteAttempt attempt = StorageFixture.attempt(folder, "file");
    whileStopped(
        attempt,
        content,
        position,
        () -> {
          storage().recover(attempt);
          assertThat(names(folder)).isEmpty();
          assertThat(storage().recover(attempt)).isEmpty();
        });
  }

  /**
   * Does something while a write is stopped; afterwards its line goes dead. Where nothing can be
   * done meanwhile it is done then.
   */
  private void whileStopped(
      WriteAttempt attempt, TestContent content, long position, Runnable work) {
    Checkpoint checkpoint = new Checkpoint();
    Together.Running<Entry> writing = start(attempt, content.withDeadEndAt(position, checkpoint));
    checkpoint.awaitArrival();
    boolean busy = traits().has(Deviation.BUSY_WHILE_WRITTEN);
    try {
      (busy ? NOTHING : work).run();
    } finally {
      checkpoint.release();
      writing.awaitEnd();
    }
    (busy ? work : NOTHING).run();
  }

  private Together.Running<Entry> start(WriteAttempt attempt, TestContent content) {
    WriteRequest request = new WriteRequest(attempt, content, null, ConflictPolicy.REPLACE, null);
    return Together.start(() -> storage().write(request));
  }

  private static List<String> lookAlikes() {
    return List.of(
        ".file.pdf",
        "file.pdf.part",
        "file.pdf.tmp",
        "file.pdf~",
        ".davit",
        "tmp",
        ".tmp-file.pdf",
        "file (2).pdf",
        "00000000-0000-0000-0000-000000000000");
  }
}
