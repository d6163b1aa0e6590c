package dev.davit.internal.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that does the same work again and again, whatever happens to it. */
public final class Background implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.davit.jobs");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScheduledExecutorService executor;

  /**
   * Starts the work, at once: after a crash there may be some.
   *
   * @param interval the pause between the end of one run and the next; more than zero
   */
  public Background(Runnable work, Duration interval) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "davit-jobs");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = interval.toNanos();
    var unused = executor.scheduleWithFixedDelay(() -> run(work), 0, nanos, TimeUnit.NANOSECONDS);
  }

  /** Begins nothing new, waits a while for what is under way, then interrupts it. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (Throwable failure) {
      LOG.log(System.Logger.Level.WARNING, "The jobs could not be run: {0}", Trace.of(failure));
    }
  }
}
