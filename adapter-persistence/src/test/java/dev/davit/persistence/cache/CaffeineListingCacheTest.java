package dev.davit.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ListingCache;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Listing;
import dev.davit.testkit.memory.TestClock;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What bounds the cache. */
final class CaffeineListingCacheTest {
  private static final Entry ENTRY =
      new Entry(EntryId.ROOT, "a", Entry.Kind.FILE, null, null, null, null, null);

  private final AtomicInteger loads = new AtomicInteger();
  private final CaffeineListingCache cache = new CaffeineListingCache(new TestClock(), 1000);

  @Test
  void get_moreEntriesThanAllowed_keepsNoMoreThanThat() {
    for (int i = 0; i < 100; i++) {
      get("folder" + i, 99);
    }

    loads.set(0);
    for (int i = 0; i < 100; i++) {
      get("folder" + i, 99);
    }

    assertThat(loads.get()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void get_listingLargerThanTheCache_isAnsweredAndNotKept() {
    assertThat(get("large", 2000).entries()).hasSize(2000);
    get("large", 2000);

    assertThat(loads.get()).isEqualTo(2);
  }

  @Test
  void get_withinALoadOfAnotherKey_works() {
    Listing outer =
        cache.get(
            key("outer"),
            () -> {
              get("inner", 1);
              return listing(2);
            });

    assertThat(outer.entries()).hasSize(2);
    get("inner", 1);
    assertThat(loads.get()).isEqualTo(1);
  }

  private Listing get(String folder, int size) {
    return cache.get(
        key(folder),
        () -> {
          loads.incrementAndGet();
          return listing(size);
        });
  }

  private static Listing listing(int size) {
    return new Listing(Collections.nCopies(size, ENTRY), null);
  }

  private static ListingCache.Key key(String folder) {
    return new ListingCache.Key(new ConnectionId("c1"), 1, new EntryId(folder), null, 100);
  }
}
