package dev.davit.onedrive.internal.storage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries that the pages of one listing told up to some page, by 64 bits of their hashes each.
 * Never changes: each page makes the next one.
 */
final class Trail {
  /** The one before the first page. */
  static final Trail NONE = new Trail(new long[0], null, 0);

  private final long[] page;
  private final @Nullable Trail before;
  private final int size;

  private Trail(long[] page, @Nullable Trail before, int size) {
    this.page = page;
    this.before = before;
    this.size = size;
  }

  /** The next one. */
  Trail and(long[] told) {
    long[] sorted = told.clone();
    Arrays.sort(sorted);
    return new Trail(sorted, this, size + sorted.length);
  }

  boolean has(long hash) {
    boolean found = false;
    for (Trail at = this; at != null && !found; at = at.before) {
      found = Arrays.binarySearch(at.page, hash) >= 0;
    }
    return found;
  }

  /** How many entries there are. */
  int size() {
    return size;
  }
}
