package dev.davit.testkit.memory;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call that is held at the far side until a test lets it go on. Waits for a minute at most. */
public final class MemoryHold {
  private static final long LIMIT_SECONDS = 60;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  MemoryHold() {}

  /** Waits until the call is here. */
  public void awaitArrival() {
    await(arrived);
  }

  /** Lets the call go on; may be said before it is here. */
  public void release() {
    released.countDown();
  }

  void pass() {
    arrived.countDown();
    await(released);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("what was waited for did not happen");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
