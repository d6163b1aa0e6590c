package dev.davit.internal.providers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time as far as it is waited for, and chance. Tests put another in its place. */
public interface Timing {
  /** The system's. */
  Timing SYSTEM = new SystemTiming();

  /** Nanoseconds from some moment on, which only ever grow. */
  long nanos();

  /** Lets this much time pass. */
  void sleep(Duration time) throws InterruptedException;

  /** The outcome of something that is under way, if it comes within this time. */
  <T> T await(CompletableFuture<T> outcome, Duration time)
      throws InterruptedException, ExecutionException, TimeoutException;

  /** Any number from 0 to 1, 1 excluded. */
  double chance();

  /** What the clock of this machine says. */
  final class SystemTiming implements Timing {
    private SystemTiming() {}

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    @Override
    public <T> T await(CompletableFuture<T> outcome, Duration time)
        throws InterruptedException, ExecutionException, TimeoutException {
      return outcome.get(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public double chance() {
      return ThreadLocalRandom.current().nextDouble();
    }
  }
}
