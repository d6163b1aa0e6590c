package dev.davit.outbound.transfer;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cuts what takes too long. One daemon thread for all, and none while nothing is watched. */
public final class Watchdog implements AutoCloseable {
  private static final Duration UNUSED = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor timer;

  /** A watchdog that watches nothing yet. */
  public Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "davit-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setKeepAliveTime(UNUSED.toMillis(), TimeUnit.MILLISECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Starts watching an exchange.
   *
   * @param cut ends it at once, whatever it is doing; called once at most
   */
  public Watch watch(Runnable cut) {
    return new Watch(timer, cut);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
