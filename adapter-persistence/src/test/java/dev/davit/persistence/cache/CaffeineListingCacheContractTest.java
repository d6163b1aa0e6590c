package dev.davit.persistence.cache;

import dev.davit.ports.ListingCache;
import dev.davit.testkit.contract.ListingCacheContract;
import dev.davit.testkit.memory.TestClock;

final class CaffeineListingCacheContractTest extends ListingCacheContract {
  @Override
  protected ListingCache open(TestClock clock) {
    return new CaffeineListingCache(clock, CaffeineListingCache.DEFAULT_ENTRIES);
  }
}
