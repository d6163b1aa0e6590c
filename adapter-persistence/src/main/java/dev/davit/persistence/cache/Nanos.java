package dev.davit.persistence.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A clock, read as nanoseconds. */
final class Nanos {
  private Nanos() {}

  static Ticker ticker(InstantSource clock) {
    return () -> {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    };
  }
}
