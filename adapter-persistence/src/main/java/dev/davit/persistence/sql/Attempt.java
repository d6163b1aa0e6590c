package dev.davit.persistence.sql;

import java.time.Duration;

/**
 * One run of a transaction's work.
 *
 * @param writing whether it may write
 * @param number 1 for the first
 * @param left how long what waits in it may wait
 */
record Attempt(boolean writing, int number, Duration left) {
  /** How long a transaction waits for its turn, with all repetitions of its work. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Enough to get past a pool of connections that all have broken. */
  private static final int MOST = 20;

  static Attempt first(boolean writing) {
    return new Attempt(writing, 1, PATIENCE);
  }

  boolean isFirst() {
    return number == 1;
  }

  /** Whether there is to be no other after it. */
  boolean isLast(Duration spent) {
    return number >= MOST || spent.compareTo(PATIENCE) >= 0;
  }

  Attempt next(Duration spent) {
    return new Attempt(writing, number + 1, PATIENCE.minus(spent));
  }
}
