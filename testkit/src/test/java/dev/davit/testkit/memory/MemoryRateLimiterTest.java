package dev.davit.testkit.memory;

import dev.davit.ports.RateLimiter;
import dev.davit.testkit.contract.RateLimiterContract;

class MemoryRateLimiterTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TestClock clock) {
    return new MemoryRateLimiter(clock);
  }
}
