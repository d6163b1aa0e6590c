package dev.davit.emulator.nextcloud;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will have done. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BREATH = Duration.ofMillis(2);

  private Waiting() {}

  static void until(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("It did not happen.");
      }
      LockSupport.parkNanos(BREATH.toNanos());
    }
  }
}
