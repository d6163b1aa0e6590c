package dev.davit.internal.providers;

import java.time.Duration;

/**
 * Whether a server is worth asking. After so many failures in a row it is left alone for a moment;
 * then one call at a time tries, and the first that succeeds lets all through again. Safe for use
 * by many threads; never holds its lock while anything is waited for.
 */
final class Circuit {
  /** How many failures in a row open it. */
  static final int FAILURES = 5;

  /** How long it stays open before one call may try. */
  static final Duration REST = Duration.ofSeconds(5);

  /** For how long a failure is remembered that no other followed. */
  static final Duration MEMORY = Duration.ofSeconds(60);

  private final Timing timing;
  private int failures;
  private long lastFailure;
  private long restsUntil;
  private boolean probing;

  Circuit(Timing timing) {
    this.timing = timing;
  }

  /** How a call ended, as far as the server is to be judged by it. */
  enum Outcome {
    /** It answered. */
    GOOD,
    /** It failed by its own fault: 5xx, no answer, no answer in time. */
    BAD,
    /** Nothing was learnt of it. */
    NONE
  }

  /**
   * What a call is told that asks to be let through.
   *
   * @param rest how long the server is left alone; zero if the call may go
   * @param probe whether this call tries for all others
   */
  record Answer(Duration rest, boolean probe) {
    boolean admitted() {
      return rest.isZero();
    }
  }

  /** How long a call would have to wait that asked now; asking this way takes nothing. */
  synchronized Duration rest(long now) {
    if (failures < FAILURES) {
      return Duration.ZERO;
    }
    long left = restsUntil - now;
    return left > 0 ? Duration.ofNanos(left) : probing ? Duration.ofSeconds(1) : Duration.ZERO;
  }

  /** Lets a call through or not. One that is let through must say how it {@link #ended}. */
  synchronized Answer enter() {
    Duration rest = rest(timing.nanos());
    boolean probe = rest.isZero() && failures >= FAILURES;
    probing |= probe;
    return new Answer(rest, probe);
  }

  /**
   * A call ended.
   *
   * @return whether this very call made the circuit open
   */
  synchronized boolean ended(boolean probe, Outcome outcome) {
    if (probe) {
      probing = false;
    }
    return switch (outcome) {
      case GOOD -> close();
      case BAD -> count(probe, timing.nanos());
      case NONE -> false;
    };
  }

  private boolean close() {
    failures = 0;
    return false;
  }

  private boolean count(boolean probe, long now) {
    boolean wasOpen = failures >= FAILURES;
    if (wasOpen && !probe) {
      return false; // Of those that were under way when it opened.
    }
    boolean forgotten = !wasOpen && now - lastFailure > MEMORY.toNanos();
    failures = forgotten ? 1 : Math.min(failures + 1, FAILURES);
    lastFailure = now;
    if (failures < FAILURES) {
      return false;
    }
    restsUntil = now + REST.toNanos();
    return true;
  }
}
