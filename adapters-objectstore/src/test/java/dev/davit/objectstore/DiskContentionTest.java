package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.file.Path;
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

/** Writers at the same time. */
class DiskContentionTest {
  private static final int AT_ONCE = 8;

  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
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
