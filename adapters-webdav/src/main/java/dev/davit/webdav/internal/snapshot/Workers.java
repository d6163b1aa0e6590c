package dev.davit.webdav.internal.snapshot;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A few daemon threads that make snapshots, and one that sweeps; none while nothing is to do. */
final class Workers implements AutoCloseable {
  private static final int MOST = 8;
  private static final long UNUSED_SECONDS = 10;
  private static final long LAST_SECONDS = 5;

  private final ThreadPoolExecutor makers;
  private final ScheduledThreadPoolExecutor sweeper;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final Duration every;
  private final BooleanSupplier sweep;

  /**
   * Nobody yet.
   *
   * @param sweep answers whether it is to be called once more
   */
  Workers(Duration every, BooleanSupplier sweep) {
    this.every = every;
    this.sweep = sweep;
    makers =
        new ThreadPoolExecutor(
            0, MOST, UNUSED_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("listing"));
    sweeper = new ScheduledThreadPoolExecutor(1, named("sweeping"));
    sweeper.setKeepAliveTime(UNUSED_SECONDS, TimeUnit.SECONDS);
    sweeper.allowCoreThreadTimeOut(true);
    sweeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    sweeper.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  private static ThreadFactory named(String work) {
    return task -> {
      Thread thread = new Thread(task, "davit-webdav-" + work);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Whether there was a thread for it. */
  boolean run(Runnable task) {
    try {
      makers.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  void sweepLater() {
    if (planned.compareAndSet(false, true)) {
      Future<?> unused = sweeper.schedule(this::sweep, every.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    planned.set(false);
    if (sweep.getAsBoolean()) {
      sweepLater();
    }
  }

  /** Stops them, and waits a little for what they are doing. */
  @Override
  public void close() {
    sweeper.shutdownNow();
    makers.shutdownNow();
    try {
      makers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
