package dev.davit.testservers;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, which nobody announces. */
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private Await() {}

  /**
   * Comes back when it is so; what can't be asked yet is not so.
   *
   * @param what for the one who waits in vain
   */
  static void that(String what, BooleanSupplier isSo) {
    that(what, LONGEST, isSo);
  }

  /**
   * Comes back when it is so, or fails after this time.
   *
   * @param what for the one who waits in vain
   */
  public static void that(String what, Duration longest, BooleanSupplier isSo) {
    long start = System.nanoTime();
    while (!asks(isSo)) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new IllegalStateException("waited in vain: " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static boolean asks(BooleanSupplier isSo) {
    try {
      return isSo.getAsBoolean();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
