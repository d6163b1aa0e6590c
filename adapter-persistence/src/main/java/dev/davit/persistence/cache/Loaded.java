package dev.davit.persistence.cache;

import dev.davit.ports.storage.Listing;

/** What a load ended with. Failures are values, which Caffeine does not log. */
sealed interface Loaded {
  /** The listing; throws what the loader threw, if it failed. */
  Listing listing();

  /** What it counts for in the cache. */
  int weight();

  /** A listing. */
  record Good(Listing listing) implements Loaded {
    @Override
    public int weight() {
      return listing.entries().size() + 1;
    }
  }

  /**
   * A failure.
   *
   * @param failure unchecked: a loader can throw nothing else
   */
  record Failed(Throwable failure) implements Loaded {
    @Override
    public Listing listing() {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public int weight() {
      return 1;
    }
  }
}
