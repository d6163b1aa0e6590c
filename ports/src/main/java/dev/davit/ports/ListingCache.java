package dev.davit.ports;

import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Listing;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps listings for a minute. Safe for use by many threads. Bounded; may forget anything at any
 * time.
 */
public interface ListingCache {
  /**
   * The listing of this key: the kept one, or what the loader answers. Calls for the same key at
   * the same time share one load; no lock is held during it. A load that fails is not kept, and
   * every caller that waited for it gets its exception.
   */
  Listing get(Key key, Supplier<Listing> loader);

  /** Forgets the listing of this key, and the result of a load that is under way for it. */
  void invalidate(Key key);

  /**
   * What a listing depends on.
   *
   * @param connection whose storage
   * @param epoch the connection's listing epoch when the listing was asked for: what was listed in
   *     an earlier one is never served again
   * @param folder which folder
   * @param cursor from where; null for the first page
   * @param limit how many
   */
  record Key(
      ConnectionId connection, long epoch, EntryId folder, @Nullable Cursor cursor, int limit) {}
}
