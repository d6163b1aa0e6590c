package dev.davit.persistence.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time, in the order in which they came. */
final class WriterLock {
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Waits for the turn; UNAVAILABLE if it does not come, or if the thread is interrupted. */
  Dialect.Turn await() {
    if (!tryAwait()) {
      throw Failures.busy();
    }
    return lock::unlock;
  }

  private boolean tryAwait() {
    try {
      return lock.tryLock(Attempt.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }
}
