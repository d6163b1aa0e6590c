package dev.davit.internal.providers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A time that passes only when it is turned. */
final class TurnedTiming implements Timing {
  private long nanos;
  double chance;

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void sleep(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public <T> T await(CompletableFuture<T> outcome, Duration time)
      throws InterruptedException, ExecutionException, TimeoutException {
    return outcome.get(10, TimeUnit.SECONDS);
  }

  @Override
  public double chance() {
    return chance;
  }
}
