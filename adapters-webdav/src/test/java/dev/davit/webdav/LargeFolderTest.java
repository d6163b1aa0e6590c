package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders with more entries than are read before the first page leaves. */
@Timeout(60)
class LargeFolderTest extends ScriptedTest {
  private static final int WINDOW = 2000;
  private static final int LIMIT = 900;

  @TempDir Path spool;
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void openGate() {
    gate.countDown();
  }

  @Test
  void list_firstPage_leavesBeforeTheServerHasFinished() throws Exception {
    List<String> names = names(5000);
    LargeFolder folder =
        new LargeFolder(names)
            .stopping(
                (number, out) -> {
                  if (number == WINDOW) {
                    gate.await();
                  }
                });
    ScriptedServer server = server(folder);
    Storage storage = storage(server);

    Listing first = page(storage, null);
    assertThat(gate.getCount()).isOne();
    gate.countDown();

    assertThat(namesOf(first)).isEqualTo(sorted(names.subList(0, WINDOW)).subList(0, LIMIT));
    assertWhole(names, first, () -> storage);
    assertThat(server.asked).hasSize(1);
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void list_withoutTheSnapshot_goesOnWhereItWas() {
    List<String> names = names(4000);
    ScriptedServer server = server(new LargeFolder(names));

    assertWhole(names, page(storage(server), null), () -> storage(server));

    assertThat(server.asked).hasSizeGreaterThan(4);
  }

  @Test
  void list_whileTheFolderChanges_answersWhatStaysOnce() {
    List<String> names = names(4500);
    LargeFolder folder = new LargeFolder(names.subList(0, 4000));
    ScriptedServer server = server(folder);
    Listing first = page(storage(server), null);
    List<String> stay = new ArrayList<>(names.subList(500, 4000));
    List<String> other = new ArrayList<>(names.subList(500, 4500));
    Collections.reverse(other);
    folder.names = other;

    List<String> seen = follow(first, () -> storage(server));

    assertThat(seen).doesNotHaveDuplicates().containsAll(stay).isSubsetOf(names);
  }

  @Test
  void list_ofJustTheWindow_isWhole() {
    List<String> names = names(WINDOW);
    Storage storage = storage(server(new LargeFolder(names)));
    assertWhole(names, page(storage, null), () -> storage);
  }

  @Test
  void list_ofNamesThatNoCursorCanHold_startsWithAShorterPage() {
    Random random = new Random(5);
    List<String> names =
        IntStream.range(0, 2500).mapToObj(i -> "%0200x".formatted(random.nextLong())).toList();
    names =
        names.stream()
            .map(name -> "%x%x".formatted(random.nextLong(), random.nextLong()) + name)
            .toList();
    ScriptedServer server = server(new LargeFolder(names));
    Storage storage = storage(server);

    Listing first = page(storage, null);

    assertThat(first.entries()).hasSizeBetween(50, LIMIT - 1);
    assertThat(cursor(first).value()).hasSizeLessThan(4200);
    assertWhole(names, first, () -> storage);
    assertWhole(names, first, () -> storage(server));
  }

  @Test
  void list_ofAnotherAccount_seesNoSnapshotOfTheFirst() {
    ScriptedServer server = server(new LargeFolder(names(3000)));
    WebDavProvider provider = provider(Davs.settings());
    Listing first = page(provider.open(Davs.source(Davs.fields(server.url(), "ada", "one"))), null);

    page(provider.open(Davs.source(Davs.fields(server.url(), "ada", "two"))), first.next());
    assertThat(server.asked).hasSize(2);
    page(provider.open(Davs.source(Davs.fields(server.url(), "eve", "one"))), first.next());
    assertThat(server.asked).hasSize(3);
    page(provider.open(Davs.source(Davs.fields(server.url(), "ada", "one"))), first.next());
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void list_serverBreaksOff_failsTheNextPage_andTheOneAfterGoesOn() {
    List<String> names = names(4000);
    LargeFolder folder = new LargeFolder(names).promising().stopping(this::breakOff);
    ScriptedServer server = server(folder);
    Storage storage = storage(server);

    Listing first = page(storage, null);
    gate.countDown();
    assertKind(ErrorKind.UNAVAILABLE, () -> page(storage, first.next()));
    folder.heal();

    assertWhole(names, first, () -> storage);
    assertThat(server.asked).hasSize(2);
  }

  private void breakOff(int number, ScriptedServer.Out out) throws Exception {
    if (number == 3000) {
      gate.await();
      throw new IOException("the server is gone");
    }
  }

  @Test
  void list_serverTalksNonsense_saysSoOnTheNextPage() {
    Storage storage =
        storage(
            server(
                new LargeFolder(names(4000))
                    .stopping(
                        (number, out) -> {
                          if (number == 3000) {
                            out.raw(Xmls.file("http://127.0.0.2/dav/x", 1));
                          }
                        })));
    Listing first = page(storage, null);

    assertKind(ErrorKind.PROTOCOL, () -> page(storage, first.next()));
  }

  @Test
  void list_serverStandsStill_failsTheNextPageByItsDeadline() {
    WebDavSettings impatient = Davs.impatient();
    WebDavSettings settings =
        new WebDavSettings(
            impatient.connect(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            impatient.leastRate(),
            impatient.listingBytes(),
            impatient.listingEntries(),
            spool);
    Storage storage = storage(server(new LargeFolder(names(4000)).stopping(this::stand)), settings);
    Listing first = page(storage, null);

    assertKind(ErrorKind.UNAVAILABLE, () -> page(storage, first.next()));
  }

  private void stand(int number, ScriptedServer.Out out) throws Exception {
    if (number == 3000) {
      gate.await();
    }
  }

  @Test
  void close_whileTheServerStillSends_endsThat() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    ScriptedServer server =
        server(
            (asked, out) -> {
              new LargeFolder(names(3000)).answer(asked, out);
              try {
                while (true) {
                  out.raw(" ".repeat(1000));
                }
              } catch (IOException e) {
                gone.countDown();
              }
            });
    WebDavProvider provider = provider(Davs.settings().withSpool(spool));
    Storage storage = provider.open(Davs.source(Davs.fields(server.url())));
    page(storage, null);

    provider.close();

    assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void list_withoutRoomOnDisk_asksTheServerForEachPage() {
    List<String> names = names(12_000);
    ScriptedServer server = server(new LargeFolder(names));
    Storage storage = storage(server, Davs.settings().withSpool(spool.resolve("missing")));

    Listing first = page(storage, null);

    assertWhole(names, first, () -> storage);
    assertThat(server.asked).hasSize(14);
  }

  @Test
  void list_ofASmallFolder_asksForEachPage_andIsInOrder() {
    List<String> names = names(WINDOW - 1);
    ScriptedServer server = server(new LargeFolder(names));
    Storage storage = storage(server);

    Listing first = page(storage, null);

    assertThat(namesOf(first)).isEqualTo(sorted(names).subList(0, LIMIT));
    assertWhole(names, first, () -> storage);
    assertThat(server.asked).hasSize(3);
  }

  private static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("entry-%06d.txt".formatted(i));
    }
    Collections.shuffle(names, new Random(count));
    return names;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  private Listing page(Storage storage, @Nullable Cursor cursor) {
    return storage.list(new ListRequest(EntryId.ROOT, LIMIT, cursor));
  }

  /** All names are there once, and those after the first page are in order. */
  private void assertWhole(List<String> names, Listing first, Supplier<Storage> storages) {
    List<String> seen = follow(first, storages);
    assertThat(seen).hasSameSizeAs(names).containsExactlyInAnyOrderElementsOf(names);
    assertThat(seen.subList(first.entries().size(), seen.size())).isSorted();
  }

  private List<String> follow(Listing first, Supplier<Storage> storages) {
    List<String> seen = new ArrayList<>(namesOf(first));
    Listing page = first;
    while (page.next() != null) {
      page = page(storages.get(), page.next());
      seen.addAll(namesOf(page));
    }
    return seen;
  }

  private static List<String> namesOf(Listing page) {
    return page.entries().stream().map(Entry::name).toList();
  }

  private static Cursor cursor(Listing page) {
    return java.util.Objects.requireNonNull(page.next());
  }
}
