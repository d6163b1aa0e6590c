package dev.davit.testkit.fault;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A place where a thread stops until the test lets it go on. Waits for a minute at most, so that a
 * test fails and does not hang.
 */
public final class Checkpoint {
  private static final long LIMIT_SECONDS = 60;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Says that a thread is here, and stops it until {@link #release}. */
  public void pass() {
    arrived.countDown();
    await(released, "nobody released this thread");
  }

  /** Waits until a thread is here. */
  public void awaitArrival() {
    await(arrived, "no thread arrived here");
  }

  /** Lets whoever is here or comes later go on. */
  public void release() {
    released.countDown();
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(otherwise, e);
    }
  }
}
