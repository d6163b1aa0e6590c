package dev.davit.onedrive.internal.storage;

import dev.davit.ports.storage.Cursor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which entries were told before, for the listings that went on last on this node: bounded by how
 * many entries that are, in all some megabytes, and forgotten first where they are oldest. It
 * notices what comes again after many pages, as what is renamed meanwhile does; that which came on
 * the last pages is in the cursor itself, for other nodes. Safe for use by many threads.
 */
public final class Trails {
  private static final int MOST = 400_000;

  /** What a page takes beside its entries, in entries: pages may be empty, and are many then. */
  private static final int PAGE = 40;

  private final Map<String, Trail> byCursor = new LinkedHashMap<>();
  private long size;

  /** What was told before the page of a cursor, as far as that is known here. */
  synchronized Trail before(Cursor cursor) {
    return byCursor.getOrDefault(key(cursor), Trail.NONE);
  }

  /** Keeps what was told before the page of a cursor. */
  synchronized void keep(Cursor cursor, Trail told) {
    Trail old = byCursor.remove(key(cursor));
    size += weight(told) - (old == null ? 0 : weight(old));
    byCursor.put(key(cursor), told);
    Iterator<Trail> eldest = byCursor.values().iterator();
    while (size > MOST) {
      size -= weight(eldest.next());
      eldest.remove();
    }
  }

  private static int weight(Trail trail) {
    return trail.size() + PAGE;
  }

  private static String key(Cursor cursor) {
    return Hashes.name(cursor.value());
  }
}
