package dev.davit.testkit.memory;

import dev.davit.ports.ListingCache;
import dev.davit.testkit.contract.ListingCacheContract;

class MemoryListingCacheTest extends ListingCacheContract {
  @Override
  protected ListingCache open(TestClock clock) {
    return new MemoryListingCache(clock);
  }
}
