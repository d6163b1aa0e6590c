package dev.davit.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is told to go on. Starts at 2026-01-01T00:00:00Z. Safe for use
 * by many threads.
 */
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public TestClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass; a negative time turns the clock back. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
