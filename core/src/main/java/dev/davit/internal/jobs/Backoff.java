package dev.davit.internal.jobs;

import java.time.Duration;

/** How long to wait between tries: 30 seconds, then twice as long each time, up to an hour. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 7;

  private Backoff() {}

  /**
   * How long to wait.
   *
   * @param attempts how many tries there were; at least 1
   */
  static Duration after(int attempts) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, DOUBLINGS);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
