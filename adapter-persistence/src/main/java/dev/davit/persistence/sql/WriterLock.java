package dev.davit.persistence.sql;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time, in the order in which they came. */
final class WriterLock {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock(true);

  /** Waits for the turn; UNAVAILABLE if it does not come, or if the thread is interrupted. */
  Dialect.Turn await() {
    if (!tryAwait()) {
      throw Failures.unavailable("The database is busy. Try again in a moment.", null);
    }
    return lock::unlock;
  }

  private boolean tryAwait() {
    try {
      return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.unavailable("The server is stopping.", e);
    }
  }
}
