package dev.davit.ports.storage;

import org.jspecify.annotations.Nullable;

/**
 * One page of a folder.
 *
 * @param folder whose children
 * @param limit how many at most, 1 to 1,000; a page may be shorter, even empty, and not be the last
 * @param cursor where to go on; null for the first page
 */
public record ListRequest(EntryId folder, int limit, @Nullable Cursor cursor) {
  /** The most entries that one page holds. */
  public static final int MAX_LIMIT = 1000;

  public ListRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " entries");
    }
  }
}
