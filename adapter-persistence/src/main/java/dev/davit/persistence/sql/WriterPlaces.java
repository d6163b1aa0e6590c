package dev.davit.persistence.sql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few writers at a time, in the order in which they came. They may have to wait for those of
 * other nodes, each with a connection; there are fewer of them than connections, so that who reads
 * waits for nobody.
 */
final class WriterPlaces {
  private final int count;
  private final Semaphore free;

  WriterPlaces(int count) {
    this.count = count;
    this.free = new Semaphore(count, true);
  }

  /** Waits for a place; UNAVAILABLE if there is none for too long, or if interrupted. */
  Dialect.Turn await() {
    take(1);
    return free::release;
  }

  /** Waits until nobody writes; UNAVAILABLE as {@link #await}. */
  void awaitAll() {
    take(count);
    free.release(count);
  }

  private void take(int places) {
    try {
      if (!free.tryAcquire(places, Attempt.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Failures.busy();
      }
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }
}
