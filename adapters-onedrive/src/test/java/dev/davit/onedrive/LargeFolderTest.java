package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.memory.FixedCredentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large folder is listed in pages, by a process with a small heap, while pages repeat and skip
 * and others rename what is in it.
 */
@Timeout(300)
class LargeFolderTest {
  private static final double MIB = 1024 * 1024;

  /** What the heap may hold more at the end than it did after the first pages. */
  private static final double MOST_GROWTH = 8;

  @TempDir Path folder;

  private final Set<String> changed = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private final List<Double> heap = new ArrayList<>();

  @Test
  void list_of5000_tellsAllOnce_andDeltaBringsWhatWasSkipped() throws Exception {
    assertLists(5_000, 250);
  }

  @Test
  @Tag("long")
  void list_of100000_tellsAllOnce_withFlatHeap_andDeltaBringsWhatWasSkipped() throws Exception {
    assertLists(100_000, 1_000);
  }

  private void assertLists(int count, int limit) throws Exception {
    try (Microsofts microsofts = Microsofts.start(folder);
        OneDriveProvider provider = Microsofts.provider(microsofts.settings())) {
      MicrosoftAccount account = microsofts.somebody();
      Storage storage = provider.open(new FixedCredentials(microsofts.tokens(account)));
      String root = microsofts.items().root(account);
      microsofts.items().addFiles(root, "file ", count, new byte[] {1});
      Cursor before = storage.changes().orElseThrow().now();
      list(microsofts, account, root, limit);
      assertToldOnce(microsofts.items().children(root), changed(storage, before));
    }
    assertThat(heap.get(heap.size() - 1) - heap.get(4)).isLessThan(MOST_GROWTH);
    System.out.printf(
        "%d entries in %d pages: %.1f MiB of heap after 5 pages, %.1f MiB at the end, peak %.1f%n",
        count,
        heap.size(),
        heap.get(4),
        heap.get(heap.size() - 1),
        heap.stream().mapToDouble(one -> one).max().orElseThrow());
  }

  private void list(Microsofts microsofts, MicrosoftAccount account, String root, int limit)
      throws Exception {
    try (LargeFolderFork.Running fork =
        LargeFolderFork.start(
            folder.resolve("errors"),
            microsofts.microsoft().url(),
            microsofts.tokens(account),
            limit)) {
      Disturbance disturbance = new Disturbance(microsofts, root, changed);
      for (LargeFolderFork.Page page = fork.next(); page != null; page = fork.next()) {
        page.ids().forEach(id -> told.add(item(id)));
        heap.add(page.heap() / MIB);
        disturbance.happen(heap.size(), told);
      }
    }
  }

  private void assertToldOnce(List<String> all, Set<String> brought) {
    assertThat(told).doesNotHaveDuplicates();
    Set<String> missing = new HashSet<>(all);
    told.forEach(missing::remove);
    assertThat(missing).as("pages skipped").isNotEmpty();
    assertThat(changed).as("none missing that did not change").containsAll(missing);
    assertThat(brought).as("delta has what was skipped").containsAll(missing).containsAll(changed);
  }

  private static Set<String> changed(Storage storage, Cursor since) {
    Changes changes = storage.changes().orElseThrow();
    Set<String> ids = new HashSet<>();
    Changes.Page page = changes.since(since);
    page.changes().forEach(change -> ids.add(item(change.id().value())));
    while (page.more()) {
      page = changes.since(page.next());
      page.changes().forEach(change -> ids.add(item(change.id().value())));
    }
    return ids;
  }

  /** Graph's id of an item. */
  private static String item(String entry) {
    byte[] text = Base64.getUrlDecoder().decode(new EntryId(entry).value());
    return new String(text, StandardCharsets.UTF_8).split(":", -1)[1];
  }
}
