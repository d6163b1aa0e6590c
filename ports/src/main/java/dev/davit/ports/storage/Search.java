package dev.davit.ports.storage;

import org.jspecify.annotations.Nullable;

/** Finds entries by words. */
public interface Search {
  /**
   * One page of what matches; by name at least, by content where the provider does.
   *
   * @param words what the user typed, taken literally: nothing in it is syntax
   * @param limit as in {@link ListRequest}
   * @param cursor where to go on; null for the first page
   */
  Listing find(String words, int limit, @Nullable Cursor cursor);
}
