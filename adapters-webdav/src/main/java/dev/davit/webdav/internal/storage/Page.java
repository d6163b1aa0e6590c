package dev.davit.webdav.internal.storage;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Listing;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.snapshot.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next entries of a folder, picked from all of them in whatever order they come, in memory for
 * one page only. Ordered by the bytes of their names.
 */
final class Page {
  /** How much of a cursor names may take: a page token must fit into an address. */
  private static final int NAMES_BYTES = 3000;

  private final int limit;
  private final Bookmark at;
  private final TreeMap<byte[], Row> kept = new TreeMap<>(Arrays::compareUnsigned);
  private boolean more;

  Page(int limit, Bookmark at) {
    this.limit = limit;
    this.at = at;
  }

  /** Takes an entry if it belongs here; answers whether a later name still could. */
  boolean offer(Row row) {
    if (at.isAhead(row.name())) {
      kept.put(row.name(), row);
    }
    if (kept.size() > limit) {
      kept.pollLastEntry();
      more = true;
    }
    return !more;
  }

  /** Whether something comes after it, as far as was offered. */
  boolean hasNext() {
    return more;
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /**
   * The page, once all that there is was offered.
   *
   * @param folder whose entries they are
   * @param snapshot where the next one may be found
   */
  Listing listing(DavPath folder, @Nullable String snapshot) {
    Bookmark next = more ? at.after(kept.lastKey()).with(snapshot) : null;
    return new Listing(entries(folder, kept.values()), next == null ? null : next.cursor());
  }

  /** The first page, while more may come that belongs on it; perhaps shorter than it could be. */
  Listing early(DavPath folder, String snapshot) {
    List<byte[]> names = NameList.fitting(List.copyOf(kept.keySet()), NAMES_BYTES);
    return new Listing(
        entries(folder, new ArrayList<>(kept.values()).subList(0, names.size())),
        Bookmark.without(names).with(snapshot).cursor());
  }

  private static List<Entry> entries(DavPath folder, Collection<Row> rows) {
    return rows.stream().map(row -> FoundRows.read(folder, row).entry()).toList();
  }
}
