package dev.davit;

import dev.davit.ports.ListingCache;
import dev.davit.ports.storage.Listing;
import java.util.function.Supplier;

/** A cache that keeps nothing. */
final class NoCache implements ListingCache {
  @Override
  public Listing get(Key key, Supplier<Listing> loader) {
    return loader.get();
  }

  @Override
  public void invalidate(Key key) {}
}
