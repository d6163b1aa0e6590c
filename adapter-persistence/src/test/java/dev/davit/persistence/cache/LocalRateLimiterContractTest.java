package dev.davit.persistence.cache;

import dev.davit.ports.RateLimiter;
import dev.davit.testkit.contract.RateLimiterContract;
import dev.davit.testkit.memory.TestClock;

final class LocalRateLimiterContractTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TestClock clock) {
    return new LocalRateLimiter(clock, LocalRateLimiter.DEFAULT_NAMES);
  }
}
