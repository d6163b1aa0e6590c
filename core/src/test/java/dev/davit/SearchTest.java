package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only some providers can do: searching, telling what changed, copying. */
public class SearchTest extends FlowTest {
  private final Files files = house.davit.files();

  private EntryPage search(Connection connection, String words, @Nullable String token) {
    return files.search(ANN, connection.id(), new SearchQuery(words, 2, token));
  }

  @Test
  void search_pages_leadToEveryMatchOnce() {
    Connection connection = house.connectAnn();
    for (int i = 0; i < 5; i++) {
      house.put("ann", "report-" + i, "x");
    }
    house.put("ann", "other", "x");
    List<String> names = new ArrayList<>();
    @Nullable String token = null;
    do {
      EntryPage page = search(connection, "report", token);
      assertThat(page.connection()).isEqualTo(connection.id());
      page.entries().forEach(entry -> names.add(entry.name()));
      token = page.nextPageToken();
    } while (token != null);

    assertThat(names).hasSize(5).doesNotHaveDuplicates().allMatch(n -> n.startsWith("report"));
  }

  @Test
  void S7_searchToken_anywhereElse_isRefusedWithoutACall() {
    Connection connection = house.connectAnn();
    Connection second = house.connect(ANN, "ann2");
    Connection bobs = house.connect(BOB, "ann");
    for (int i = 0; i < 3; i++) {
      house.put("ann", "report-" + i, "x");
    }
    String token = Objects.requireNonNull(search(connection, "report", null).nextPageToken());
    int asked = house.memory.server().faults().calls("find");

    assertInvalid(() -> search(second, "report", token));
    assertInvalid(() -> search(connection, "reports", token));
    assertInvalid(() -> files.search(ANN, connection.id(), new SearchQuery("report", 3, token)));
    assertInvalid(() -> files.search(BOB, bobs.id(), new SearchQuery("report", 2, token)));
    assertInvalid(() -> search(connection, "report", "made-up"));
    assertInvalid(() -> files.changes(ANN, connection.id(), token));
    assertThat(house.memory.server().faults().calls("find")).isEqualTo(asked);
    assertThat(house.memory.server().faults().calls("since")).isZero();
  }

  private static void assertInvalid(ThrowingCallable call) {
    assertThat(failure(call).kind()).isEqualTo(ErrorKind.INVALID_CURSOR);
  }

  @Test
  void search_wordsThatAreNone_areNamed() {
    for (String words : List.of("", "  ", "a\nb", "\ud800", "x".repeat(201))) {
      CloudException failure = failure(() -> SearchQuery.of(words));
      assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
      assertThat(failure.hints().field()).isEqualTo("q");
    }
    assertThat(SearchQuery.of("\ud83d\ude00".repeat(200)).limit()).isEqualTo(100);
  }

  @Test
  void search_ofAnothersConnection_isNotFound() {
    Connection connection = house.connectAnn();

    assertNotFound(() -> files.search(BOB, connection.id(), SearchQuery.of("a")));
    assertNotFound(() -> files.changes(BOB, connection.id(), null));
    assertNotFound(() -> copy(BOB, connection, EntryId.ROOT, "a"));
  }

  private static void assertNotFound(ThrowingCallable call) {
    assertThat(failure(call).kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void changes_fromNowOn_nameWhatChanged() {
    Connection connection = house.connectAnn();
    house.put("ann", "before", "x");
    ChangePage now = files.changes(ANN, connection.id(), null);
    assertThat(now.changes()).isEmpty();
    assertThat(now.more()).isFalse();
    Entry made = house.put("ann", "after", "x");
    Entry gone = house.put("ann", "gone", "x");
    house.far("ann").delete(gone.id());

    ChangePage page = files.changes(ANN, connection.id(), now.nextPageToken());

    assertThat(page.changes())
        .contains(new Changes.Change(made.id(), made), new Changes.Change(gone.id(), null));
    assertThat(page.connection()).isEqualTo(connection.id());
    assertThat(files.changes(ANN, connection.id(), page.nextPageToken()).changes()).isEmpty();
    assertThat(page.nextPageToken()).doesNotContain("changes");
  }

  @Test
  void S7_changesToken_ofAnotherConnection_isRefused() {
    Connection connection = house.connectAnn();
    Connection second = house.connect(ANN, "ann2");
    String token = files.changes(ANN, connection.id(), null).nextPageToken();

    assertInvalid(() -> files.changes(ANN, second.id(), token));
    assertInvalid(() -> files.changes(ANN, connection.id(), "made-up"));
    assertThat(house.memory.server().faults().calls("since")).isZero();
  }

  private Entry copy(Caller caller, Connection connection, EntryId id, String name) {
    return files.copy(caller, connection.id(), id, EntryId.ROOT, name, ConflictPolicy.FAIL);
  }

  @Test
  void copy_isAnotherFile_andListingsKnowIt() {
    Connection connection = house.connectAnn();
    Entry file = house.put("ann", "a.txt", "text");
    FolderQuery root = FolderQuery.of(EntryId.ROOT);
    assertThat(files.list(ANN, connection.id(), root).entries()).hasSize(1);

    Entry copy = copy(ANN, connection, file.id(), "b.txt");

    assertThat(copy.id()).isNotEqualTo(file.id());
    assertThat(TestHouse.text(files.read(ANN, connection.id(), copy.id(), null))).isEqualTo("text");
    assertThat(files.list(ANN, connection.id(), root).entries())
        .extracting(Entry::name)
        .containsExactly("a.txt", "b.txt");
    assertThat(failure(() -> copy(ANN, connection, file.id(), "b.txt")).kind())
        .isEqualTo(ErrorKind.CONFLICT);
  }

  @Test
  void whatTheProviderCannotDo_isUnsupportedAndNamed() {
    Connection connection = house.connectAnn();
    List.of("search", "changes", "copying").forEach(house.hooked::without);

    assertUnsupported("search", () -> search(connection, "a", null));
    assertUnsupported("changes", () -> files.changes(ANN, connection.id(), null));
    assertUnsupported("copy", () -> copy(ANN, connection, EntryId.ROOT, "a"));
  }

  private static void assertUnsupported(String capability, ThrowingCallable call) {
    CloudException failure = failure(call);
    assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(failure.hints().capability()).isEqualTo(capability);
  }
}
