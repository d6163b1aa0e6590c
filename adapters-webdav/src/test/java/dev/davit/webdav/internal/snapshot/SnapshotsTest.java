package dev.davit.webdav.internal.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of snapshots, by a clock of the test's own. */
class SnapshotsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration NONE = Duration.ofMillis(1);
  private static final Scope MINE = new Scope("me", "folder");

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final CountDownLatch gate = new CountDownLatch(1);
  private Room room;
  private Snapshots snapshots;

  @BeforeEach
  void open() {
    room = new Room(folder, 1024 * 1024);
    snapshots = new Snapshots(room, now::get);
  }

  @AfterEach
  void close() {
    gate.countDown();
    snapshots.close();
    assertThat(room.used()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void find_ofAnotherAccountOrFolder_isNothing() throws Exception {
    String id = snapshots.keep(MINE, sorted("a"));

    assertThat(snapshots.find(id, MINE, PATIENCE)).isPresent();
    assertThat(snapshots.find(id, new Scope("you", "folder"), PATIENCE)).isEmpty();
    assertThat(snapshots.find(id, new Scope("me", "other"), PATIENCE)).isEmpty();
    assertThat(snapshots.find("other", MINE, PATIENCE)).isEmpty();
  }

  @Test
  void aFile_hasNoName_soThatACrashLeavesNone() throws Exception {
    snapshots.keep(MINE, sorted("a"));

    assertThat(snapshots.bytes()).isPositive();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sweep_dropsWhatNobodyAskedForInAMinute() throws Exception {
    String id = snapshots.keep(MINE, sorted("a"));
    now.addAndGet(Snapshots.KEPT.toNanos() - 1);
    assertThat(snapshots.find(id, MINE, PATIENCE)).isPresent();
    now.addAndGet(Snapshots.KEPT.toNanos() - 1);

    assertThat(snapshots.sweep()).isTrue();
    now.addAndGet(1);
    assertThat(snapshots.sweep()).isFalse();

    assertThat(snapshots.find(id, MINE, PATIENCE)).isEmpty();
    assertThat(snapshots.bytes()).isZero();
  }

  @Test
  void sweep_leavesWhatIsBeingMade() {
    String id = begin(MINE).orElseThrow();
    now.addAndGet(10 * Snapshots.KEPT.toNanos());

    assertThat(snapshots.sweep()).isTrue();
    gate.countDown();

    assertThat(snapshots.find(id, MINE, PATIENCE)).isPresent();
  }

  @Test
  void keep_moreThanAnAccountMay_dropsItsOldest() throws Exception {
    String others = snapshots.keep(new Scope("you", "f"), sorted("a"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i <= Snapshots.MOST_OF_ACCOUNT; i++) {
      now.addAndGet(1);
      ids.add(snapshots.keep(MINE, sorted("a")));
    }

    assertThat(snapshots.find(ids.get(0), MINE, PATIENCE)).isEmpty();
    assertThat(ids.subList(1, ids.size()))
        .allSatisfy(id -> assertThat(snapshots.find(id, MINE, PATIENCE)).isPresent());
    assertThat(snapshots.find(others, new Scope("you", "f"), PATIENCE)).isPresent();
  }

  @Test
  void keep_moreThanThereMayBe_dropsTheOldest() throws Exception {
    String first = snapshots.keep(new Scope("0", ""), sorted("a"));
    String last = first;
    for (int i = 1; i <= Snapshots.MOST; i++) {
      now.addAndGet(1);
      last = snapshots.keep(new Scope(String.valueOf(i), ""), sorted("a"));
    }

    assertThat(snapshots.find(first, new Scope("0", ""), PATIENCE)).isEmpty();
    assertThat(snapshots.find(last, new Scope("64", ""), PATIENCE)).isPresent();
  }

  @Test
  void begin_moreThanAnAccountMay_isNotBegun() {
    assertThat(begin(MINE)).isPresent();
    assertThat(begin(MINE)).isPresent();

    assertThat(begin(MINE)).isEmpty();
    assertThat(begin(new Scope("you", "folder"))).isPresent();
  }

  @Test
  void begin_moreThanThereAreThreads_isNotBegun() {
    for (int i = 0; i < 8; i++) {
      assertThat(begin(new Scope(String.valueOf(i), ""))).isPresent();
    }

    assertThat(begin(MINE)).isEmpty();
  }

  @Test
  void find_tooSoon_waitsForThePatienceOnly_andItGoesOn() {
    String id = begin(MINE).orElseThrow();

    assertFails(ErrorKind.UNAVAILABLE, id, NONE);
    gate.countDown();

    assertThat(snapshots.find(id, MINE, PATIENCE)).isPresent();
  }

  @Test
  void find_whatTheServerFailedAt_saysSoOnce() {
    String id =
        snapshots
            .begin(
                MINE,
                () -> {
                  throw new CloudException(ErrorKind.PROVIDER_DENIED, "No.");
                })
            .orElseThrow();

    assertFails(ErrorKind.PROVIDER_DENIED, id, PATIENCE);
    assertThat(snapshots.find(id, MINE, PATIENCE)).isEmpty();
  }

  @Test
  void find_whatTheDiskFailedAt_isNothing() {
    String id =
        snapshots
            .begin(
                MINE,
                () -> {
                  throw new IOException("full");
                })
            .orElseThrow();

    assertThat(snapshots.find(id, MINE, PATIENCE)).isEmpty();
  }

  @Test
  void close_dropsAll_alsoWhatIsBeingMade() throws Exception {
    String made = snapshots.keep(MINE, sorted("a"));
    String begun = begin(MINE).orElseThrow();

    snapshots.close();

    assertThat(snapshots.find(made, MINE, PATIENCE)).isEmpty();
    assertThat(snapshots.find(begun, MINE, PATIENCE)).isEmpty();
    assertThat(snapshots.bytes()).isZero();
  }

  @Test
  void read_whatWasDropped_fails() throws Exception {
    String id = snapshots.keep(MINE, sorted("a"));
    Sorted rows = snapshots.find(id, MINE, PATIENCE).orElseThrow();

    snapshots.drop(id);

    assertThatThrownBy(() -> rows.after(new byte[0], row -> true)).isInstanceOf(IOException.class);
  }

  private Optional<String> begin(Scope scope) {
    return snapshots.begin(
        scope,
        () -> {
          awaitGate();
          return sorted("a");
        });
  }

  private void awaitGate() throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Sorted sorted(String... names) throws IOException {
    try (Sorter sorter = snapshots.sorter()) {
      for (String name : names) {
        sorter.add(new Row(name.getBytes(UTF_8), new byte[0]));
      }
      return sorter.finish();
    }
  }

  private void assertFails(ErrorKind kind, String id, Duration patience) {
    assertThatThrownBy(() -> snapshots.find(id, MINE, patience))
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
