package dev.davit.emulator.nextcloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts wrong passwords. After more than ten in half an hour an address gets 429 for everything
 * that asks for a password, a right one too (nextcloud/server, {@code
 * lib/private/Security/Bruteforce/Throttler.php}: MAX_ATTEMPTS, {@code sleepDelayOrThrowOnMax}).
 * The real one also waits longer each time; this one does not.
 */
final class BruteForce {
  private static final int MAX_ATTEMPTS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(30);

  private final InstantSource clock;
  private final Deque<Instant> failures = new ArrayDeque<>();

  BruteForce(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void failed() {
    failures.addLast(clock.instant());
  }

  /** How many there were within the last half hour. */
  synchronized int failures() {
    Instant since = clock.instant().minus(WINDOW);
    failures.removeIf(at -> at.isBefore(since));
    return failures.size();
  }

  boolean blocks() {
    return failures() > MAX_ATTEMPTS;
  }

  synchronized void forget() {
    failures.clear();
  }
}
