package dev.davit.testkit.memory;

import dev.davit.ports.ListingCache;
import dev.davit.ports.storage.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Listings in memory, for a minute of the given clock; not bounded. */
public final class MemoryListingCache implements ListingCache {
  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final ConcurrentMap<Key, Load> loads = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MemoryListingCache(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Listing get(Key key, Supplier<Listing> loader) {
    Instant now = clock.instant();
    loads.computeIfPresent(key, (same, load) -> now.isBefore(load.until()) ? load : null);
    Load mine = new Load(new CompletableFuture<>(), now.plus(LIFETIME));
    Load first = loads.putIfAbsent(key, mine);
    return first == null ? load(key, mine, loader) : first.await();
  }

  @Override
  public void invalidate(Key key) {
    loads.remove(key);
  }

  private Listing load(Key key, Load mine, Supplier<Listing> loader) {
    try {
      Listing listing = loader.get();
      mine.result().complete(listing);
      return listing;
    } catch (Throwable failure) {
      loads.remove(key, mine);
      mine.result().completeExceptionally(failure);
      throw failure;
    }
  }

  private record Load(CompletableFuture<Listing> result, Instant until) {
    Listing await() {
      try {
        return result.join();
      } catch (CompletionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw failure;
      }
    }
  }
}
