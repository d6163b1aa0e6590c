package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.failure;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Listing folders: the cache, the page tokens, the choice of the connection. */
public class ListingTest extends FlowTest {
  private final Files files = house.davit.files();

  private EntryPage list(Connection connection) {
    return files.list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT));
  }

  private int lists() {
    return house.memory.server().faults().calls("list");
  }

  @Test
  void list_twice_asksTheProviderOnce() {
    Connection connection = house.connectAnn();
    house.put("ann", "a.txt", "a");

    EntryPage first = list(connection);

    assertThat(list(connection)).isEqualTo(first);
    assertThat(first.connection()).isEqualTo(connection.id());
    assertThat(first.entries()).extracting(Entry::name).containsExactly("a.txt");
    assertThat(lists()).isEqualTo(1);
    assertThat(house.watcher.hits).containsExactly(false, true);
  }

  @Test
  void list_afterEveryKindOfWrite_isFresh() {
    Connection connection = house.connectAnn();
    list(connection);
    Entry folder = files.createFolder(ANN, connection.id(), EntryId.ROOT, "folder");
    assertThat(list(connection).entries()).extracting(Entry::name).containsExactly("folder");
    Entry file = files.write(ANN, connection.id(), file("a.txt"));
    assertThat(list(connection).entries()).hasSize(2);
    files.move(ANN, connection.id(), file.id(), folder.id(), "b.txt", ConflictPolicy.FAIL);
    assertThat(list(connection).entries()).hasSize(1);
    files.delete(ANN, connection.id(), folder.id());
    assertThat(list(connection).entries()).isEmpty();
    assertThat(lists()).isEqualTo(5);
  }

  private static NewFile file(String name) {
    return new NewFile(
        EntryId.ROOT, name, TestContents.of("text"), "text/plain", ConflictPolicy.FAIL, null);
  }

  @Test
  void list_afterAWriteWhoseAnswerWasLost_isFresh() {
    Connection connection = house.connectAnn();
    list(connection);
    house.memory.server().faults().loseAnswerOnce("write");

    assertThat(failure(() -> files.write(ANN, connection.id(), file("a.txt"))).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(list(connection).entries()).extracting(Entry::name).containsExactly("a.txt");
  }

  @Test
  void list_refresh_asksAgain() {
    Connection connection = house.connectAnn();
    list(connection);
    house.put("ann", "a.txt", "a");

    assertThat(list(connection).entries()).isEmpty();
    FolderQuery refresh = new FolderQuery(EntryId.ROOT, FolderQuery.DEFAULT_LIMIT, null, true);
    assertThat(files.list(ANN, connection.id(), refresh).entries()).hasSize(1);
    assertThat(list(connection).entries()).hasSize(1);
  }

  @Test
  void list_manyAtOnce_isOneCall() throws Exception {
    Connection connection = house.connectAnn();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(8);
    house.hooked.before(
        "list",
        () -> {
          entered.countDown();
          await(release);
        });
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<EntryPage>> pages = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pages.add(
          threads.submit(
              () -> {
                arrived.countDown();
                return list(connection);
              }));
    }
    threads.shutdown();
    assertThat(entered.await(10, SECONDS)).isTrue();
    assertThat(arrived.await(10, SECONDS)).isTrue();
    release.countDown();

    for (Future<EntryPage> page : pages) {
      assertThat(page.get(10, SECONDS).entries()).isEmpty();
    }
    assertThat(lists()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pages_leadToEveryEntryOnce() {
    Connection connection = house.connectAnn();
    for (int i = 0; i < 25; i++) {
      house.put("ann", "file-" + i, "x");
    }
    List<String> names = new ArrayList<>();
    @Nullable String token = null;
    do {
      EntryPage page =
          files.list(ANN, connection.id(), new FolderQuery(EntryId.ROOT, 10, token, false));
      page.entries().forEach(entry -> names.add(entry.name()));
      token = page.nextPageToken();
    } while (token != null);

    assertThat(names).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void S7_pageToken_anywhereElse_isRefusedWithoutACall() {
    Connection connection = house.connectAnn();
    Connection second = house.connect(ANN, "ann2");
    Connection bobs = house.connect(BOB, "ann");
    Entry folder = files.createFolder(ANN, connection.id(), EntryId.ROOT, "folder");
    house.put("ann", "a.txt", "a");
    house.put("ann", "b.txt", "b");
    String token = firstPageToken(connection);
    int lists = lists();

    assertRefused(ANN, second, new FolderQuery(EntryId.ROOT, 1, token, false));
    assertRefused(BOB, bobs, new FolderQuery(EntryId.ROOT, 1, token, false));
    assertRefused(ANN, connection, new FolderQuery(folder.id(), 1, token, false));
    assertRefused(ANN, connection, new FolderQuery(EntryId.ROOT, 2, token, false));
    assertThat(lists()).isEqualTo(lists);
  }

  @Test
  void S7_pageToken_edited_isRefusedWithoutACall() {
    Connection connection = house.connectAnn();
    house.put("ann", "a.txt", "a");
    house.put("ann", "b.txt", "b");
    String token = firstPageToken(connection);
    int lists = lists();

    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      String edited = token.substring(0, i) + other + token.substring(i + 1);
      assertRefused(ANN, connection, new FolderQuery(EntryId.ROOT, 1, edited, false));
    }
    for (String made : List.of("", "x", "http://127.0.0.1/", "=", "A".repeat(100_000))) {
      assertRefused(ANN, connection, new FolderQuery(EntryId.ROOT, 1, made, false));
    }
    for (String respelt : List.of(token + "=", token + "==", nextLetter(token))) {
      assertRefused(ANN, connection, new FolderQuery(EntryId.ROOT, 1, respelt, false));
    }
    assertThat(lists()).isEqualTo(lists);
  }

  /** The same bytes to a careless decoder, wherever they leave bits of the last letter unused. */
  private static String nextLetter(String token) {
    int last = token.length() - 1;
    return token.substring(0, last) + (char) (token.charAt(last) + 1);
  }

  private String firstPageToken(Connection connection) {
    String token =
        files
            .list(ANN, connection.id(), new FolderQuery(EntryId.ROOT, 1, null, false))
            .nextPageToken();
    assertThat(token).isNotNull();
    return Objects.requireNonNull(token);
  }

  private void assertRefused(Caller caller, Connection connection, FolderQuery query) {
    CloudException failure = failure(() -> files.list(caller, connection.id(), query));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_CURSOR);
  }

  @Test
  void folder_onlyConnection_isMeantWhateverItsStatus() {
    Connection connection = house.connectAnn();
    FolderQuery root = FolderQuery.of(EntryId.ROOT);

    assertThat(files.folder(ANN, MEMORY, null, root).connection()).isEqualTo(connection.id());
    house.memory.server().lockOut("ann");
    house.davit.connections().check(ANN, connection.id());
    assertThat(failure(() -> files.folder(ANN, MEMORY, null, root)).kind())
        .isEqualTo(ErrorKind.REAUTH_REQUIRED);
  }

  @Test
  void folder_severalConnections_isAConflictWithTheChoicesWhateverTheirStatus() {
    Connection one = house.connectAnn();
    house.clock.advance(Duration.ofSeconds(1));
    Connection two = house.connect(ANN, "ann2");
    house.memory.server().lockOut("ann");
    house.davit.connections().check(ANN, one.id());
    FolderQuery root = FolderQuery.of(EntryId.ROOT);

    CloudException failure = failure(() -> files.folder(ANN, MEMORY, null, root));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(failure.hints().choices()).containsExactly(one.id(), two.id());
    assertThat(files.folder(ANN, MEMORY, two.id(), root).connection()).isEqualTo(two.id());
  }

  @Test
  void folder_noConnection_isNotFound() {
    assertThat(failure(() -> files.folder(ANN, MEMORY, null, FolderQuery.of(EntryId.ROOT))).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void limit_outOfRange_namesTheField() {
    for (int limit : new int[] {0, -1, 1001}) {
      CloudException failure = failure(() -> new FolderQuery(EntryId.ROOT, limit, null, false));
      assertThat(failure.hints().field()).isEqualTo("limit");
    }
  }
}
