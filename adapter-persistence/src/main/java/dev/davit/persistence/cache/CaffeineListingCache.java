package dev.davit.persistence.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ListingCache;
import dev.davit.ports.storage.Listing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Listings in this node's memory, for a minute. The first who asks loads in their own thread while
 * the others wait; a wait of more than two minutes, longer than any call to a provider may take,
 * ends as {@link ErrorKind#UNAVAILABLE}.
 */
public final class CaffeineListingCache implements ListingCache {
  /** How many entries all kept listings together have at most, unless told otherwise. */
  public static final int DEFAULT_ENTRIES = 100_000;

  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final AsyncCache<Key, Loaded> cache;

  /** A cache of the usual size. */
  public CaffeineListingCache() {
    this(Ticker.systemTicker(), DEFAULT_ENTRIES);
  }

  /**
   * A cache that counts its minute by this clock.
   *
   * @param entries how many entries all kept listings together have at most; an empty listing
   *     counts as one
   */
  public CaffeineListingCache(InstantSource clock, int entries) {
    this(Nanos.ticker(clock), entries);
  }

  private CaffeineListingCache(Ticker ticker, int entries) {
    this.cache =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .expireAfterWrite(LIFETIME)
            .maximumWeight(entries)
            .weigher((Key key, Loaded loaded) -> loaded.weight())
            .buildAsync();
  }

  @Override
  public Listing get(Key key, Supplier<Listing> loader) {
    CompletableFuture<Loaded> mine = new CompletableFuture<>();
    CompletableFuture<Loaded> theirs = cache.asMap().putIfAbsent(key, mine);
    return theirs == null ? load(key, mine, loader) : await(theirs).listing();
  }

  /** Loads without a lock; a failure is told to all who wait, and is not kept. */
  private Listing load(Key key, CompletableFuture<Loaded> mine, Supplier<Listing> loader) {
    try {
      Listing listing = loader.get();
      mine.complete(new Loaded.Good(listing));
      return listing;
    } catch (Throwable e) {
      cache.asMap().remove(key, mine);
      mine.complete(new Loaded.Failed(e));
      throw e;
    }
  }

  private static Loaded await(CompletableFuture<Loaded> theirs) {
    try {
      return theirs.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw unavailable("The storage takes too long to answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("The server is stopping.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a load can't fail without saying so", e);
    }
  }

  private static CloudException unavailable(String message, Exception cause) {
    return new CloudException(ErrorKind.UNAVAILABLE, message, cause);
  }

  @Override
  public void invalidate(Key key) {
    cache.synchronous().invalidate(key);
  }
}
