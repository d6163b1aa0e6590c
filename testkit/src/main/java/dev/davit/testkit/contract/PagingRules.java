package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listing in pages. */
interface PagingRules extends StorageFixture {
  @Test
  default void list_ofAnEmptyFolder_isEmpty() {
    assertThat(all(EntryId.ROOT, 10)).isEmpty();
    assertThat(all(folder("empty").id(), 10)).isEmpty();
  }

  @Test
  default void list_inPages_answersEachEntryOnce() {
    EntryId folder = folder("many").id();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add(writeText(folder, "file %02d".formatted(i), "x").name());
    }
    for (int i = 0; i < 5; i++) {
      expected.add(storage().createFolder(folder, "folder" + i).name());
    }
    for (int limit : new int[] {1, 7, 25, 1000}) {
      assertThat(all(folder, limit))
          .as("in pages of %s", limit)
          .extracting(Entry::name)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  default void list_keepsToTheLimit() {
    for (int i = 0; i < 5; i++) {
      writeText(EntryId.ROOT, "file" + i, "x");
    }
    Listing page = storage().list(new ListRequest(EntryId.ROOT, 2, null));
    assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
    assertThat(page.next()).isNotNull();
  }

  @Test
  default void list_whileEntriesGo_answersThoseThatStayOnce() {
    List<Entry> there = numbered(10, 30);
    Listing first = storage().list(new ListRequest(EntryId.ROOT, 5, null));
    first.entries().stream().limit(3).forEach(entry -> storage().delete(entry.id()));
    last(first).ifPresent(entry -> storage().delete(entry.id()));
    List<String> seen = follow(first);
    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(there.stream().map(Entry::name).toList());
  }

  @Test
  default void list_whileEntriesCome_answersNoneTwice() {
    List<Entry> there = numbered(10, 30);
    Listing first = storage().list(new ListRequest(EntryId.ROOT, 5, null));
    numbered(0, 10);
    numbered(30, 40);
    List<String> seen = follow(first);
    assertThat(seen).doesNotHaveDuplicates().containsAll(there.stream().map(Entry::name).toList());
  }

  @Test
  default void list_showsChildrenOnly_asStatDoes() {
    EntryId outer = folder("outer").id();
    EntryId inner = storage().createFolder(outer, "inner").id();
    writeText(inner, "deep", "x");
    Entry file = writeText(outer, "file", "four");
    assertThat(names(EntryId.ROOT)).containsExactly("outer");
    assertThat(names(outer)).containsExactlyInAnyOrder("inner", "file");
    assertThat(all(outer, 10)).allSatisfy(e -> assertThat(storage().stat(e.id())).isEqualTo(e));
    assertThat(file.kind()).isEqualTo(Entry.Kind.FILE);
    assertThat(storage().stat(inner).isFolder()).isTrue();
  }

  @Test
  default void list_ofAFile_isRefused() {
    EntryId file = writeText(EntryId.ROOT, "file", "x").id();
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().list(new ListRequest(file, 10, null)));
  }

  @Test
  default void list_ofAFolderThatIsGone_isNotFound() {
    EntryId folder = folder("folder").id();
    storage().delete(folder);
    assertFails(ErrorKind.NOT_FOUND, () -> storage().list(new ListRequest(folder, 10, null)));
  }

  @Test
  default void S7_list_withAForgedCursor_isRefused() {
    List<String> forged =
        List.of("x", "\0", "0", "null", "../..", "https://127.0.0.1:1/page?2", "AAAA".repeat(2048));
    for (String cursor : forged) {
      ListRequest request = new ListRequest(EntryId.ROOT, 10, new Cursor(cursor));
      assertFails(ErrorKind.INVALID_CURSOR, () -> storage().list(request));
    }
  }

  private List<Entry> numbered(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> writeText(EntryId.ROOT, "file%02d".formatted(i), "x"))
        .toList();
  }

  /** The names on a page and on all that follow it. */
  private List<String> follow(Listing first) {
    List<String> seen = new ArrayList<>();
    Listing page = first;
    page.entries().forEach(entry -> seen.add(entry.name()));
    while (page.next() != null) {
      page = storage().list(new ListRequest(EntryId.ROOT, 5, page.next()));
      page.entries().forEach(entry -> seen.add(entry.name()));
    }
    return seen;
  }

  private static Optional<Entry> last(Listing page) {
    return page.entries().stream().skip(Math.max(3, page.entries().size() - 1L)).findFirst();
  }
}
