package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only some storages can do: those that say so must do it right. */
interface CapabilityRules extends StorageFixture {
  @Test
  default void search_findsByName_literally_inPages() {
    storage().search().ifPresent(this::assertFinds);
  }

  @Test
  default void copy_ofAFile_isAnotherFile() {
    storage()
        .copying()
        .ifPresent(
            copying -> {
              Entry file = writeText(EntryId.ROOT, "file", "content");
              Entry copy = copying.copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
              assertThat(copy.id()).isNotEqualTo(file.id());
              assertThat(all(EntryId.ROOT, 10)).containsExactlyInAnyOrder(file, copy);
              storage().delete(file.id());
              assertThat(text(copy.id())).isEqualTo("content");
            });
  }

  @Test
  default void copy_ofAFolder_takesAlongWhatIsInIt() {
    storage()
        .copying()
        .ifPresent(
            copying -> {
              Entry folder = folder("folder");
              writeText(storage().createFolder(folder.id(), "inner").id(), "deep", "content");
              Entry copy = copying.copy(folder.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
              storage().delete(folder.id());
              Entry inner = all(copy.id(), 10).get(0);
              assertThat(text(all(inner.id(), 10).get(0).id())).isEqualTo("content");
            });
  }

  @Test
  default void copy_whereItCanNotBe_isRefused() {
    storage()
        .copying()
        .ifPresent(
            copying -> {
              Entry folder = folder("folder");
              Entry file = writeText(EntryId.ROOT, "file", "content");
              assertFails(
                  ErrorKind.CONFLICT,
                  () -> copying.copy(file.id(), EntryId.ROOT, "folder", ConflictPolicy.REPLACE));
              assertFails(
                  ErrorKind.CONFLICT,
                  () -> copying.copy(file.id(), EntryId.ROOT, "file", ConflictPolicy.FAIL));
              assertFails(
                  ErrorKind.INVALID_REQUEST,
                  () -> copying.copy(folder.id(), folder.id(), "x", ConflictPolicy.FAIL));
              assertThat(all(EntryId.ROOT, 10)).containsExactlyInAnyOrder(folder, file);
            });
  }

  @Test
  default void changes_sayWhatCameAndWent() {
    storage().changes().ifPresent(this::assertNotices);
  }

  @Test
  default void changes_sinceAForgedCursor_isRefused() {
    storage()
        .changes()
        .ifPresent(
            changes ->
                List.of("x", "0", "https://127.0.0.1:1/", "changes:-1")
                    .forEach(
                        forged ->
                            assertFails(
                                ErrorKind.INVALID_CURSOR,
                                () -> changes.since(new Cursor(forged)))));
  }

  private void assertFinds(Search search) {
    EntryId folder = folder("reports").id();
    List<EntryId> wanted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wanted.add(writeText(folder, budget(i), "x").id());
    }
    writeText(folder, "other.pdf", "x");
    assertThat(find(search, "budget", 2)).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(find(search, "'q3'", 2)).containsExactly(wanted.get(3));
    assertThat(find(search, "no such words", 2)).isEmpty();
    assertThat(find(search, "' or name contains '", 2)).isEmpty();
  }

  /** With as much in it that could be syntax as the storage takes. */
  private String budget(int number) {
    String name = "budget 'q%d' \"%%\".pdf".formatted(number);
    return traits().names().test(name) ? name : name.replace("\"", "");
  }

  private static List<EntryId> find(Search search, String words, int limit) {
    List<EntryId> found = new ArrayList<>();
    Cursor cursor = null;
    do {
      Listing page = search.find(words, limit, cursor);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
      page.entries().forEach(entry -> found.add(entry.id()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  private void assertNotices(Changes changes) {
    Entry before = writeText(EntryId.ROOT, "before", "x");
    Cursor now = changes.now();
    Entry added = writeText(EntryId.ROOT, "added", "x");
    storage().delete(before.id());
    Map<EntryId, @Nullable Entry> last = new LinkedHashMap<>();
    Changes.Page page;
    do {
      page = changes.since(now);
      page.changes().forEach(change -> last.put(change.id(), change.entry()));
      now = page.next();
    } while (page.more());
    assertThat(last.get(added.id())).isEqualTo(added);
    assertThat(last).containsKey(before.id());
    assertThat(last.get(before.id())).isNull();
    assertThat(changes.since(now).changes()).isEmpty();
  }
}
