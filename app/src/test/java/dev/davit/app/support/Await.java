package dev.davit.app.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, which can only be looked at again and again. */
public final class Await {
  private static final long PAUSE = Duration.ofMillis(20).toNanos();

  private Await() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param what is awaited, for the message
   * @throws AssertionError if it does not within the time
   */
  public static void until(String what, Duration within, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + within + ": " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
