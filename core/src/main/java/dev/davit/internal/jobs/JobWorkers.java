package dev.davit.internal.jobs;

import dev.davit.internal.trace.Trace;
import dev.davit.ports.store.Job;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Does the jobs of this node in the background, a few at once, so that one slow provider does not
 * keep all others waiting. Takes only as many as it can begin with at once; the rest is left to
 * other nodes.
 */
public final class JobWorkers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.davit.jobs");
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final Duration SELDOM = Duration.ofHours(1);

  private final JobRunner runner;
  private final Duration patience;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> Threads.daemon("davit-job", task));
  private final Background polling;
  private final Background tidying;

  /**
   * Begins to look for jobs, at once: after a crash there may be some.
   *
   * @param interval about how often it is looked for jobs while there are none; more than zero
   * @param tidy what else is done in the background, about every hour; may be done by others too
   */
  public JobWorkers(JobRunner runner, Duration interval, Runnable tidy) {
    this(runner, interval, tidy, PATIENCE);
  }

  JobWorkers(JobRunner runner, Duration interval, Runnable tidy, Duration patience) {
    this.runner = runner;
    this.patience = patience;
    polling = new Background(this::fill, interval);
    tidying = new Background(tidy, SELDOM);
    polling.start();
    tidying.start();
  }

  /** Only the polling thread takes places, so there are never fewer than it has seen. */
  private void fill() {
    int room = free.availablePermits();
    if (room > 0) {
      runner.claim(room).forEach(this::begin);
    }
  }

  private void begin(Job job) {
    free.acquireUninterruptibly();
    threads.execute(() -> run(job));
  }

  private void run(Job job) {
    try {
      runner.run(job);
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.WARNING, "A job was left as it is: {0}", Trace.of(failure));
    } finally {
      free.release();
      polling.nudge();
    }
  }

  /**
   * Begins nothing new, waits a while for what is under way, then gives it back, so that another
   * node has it at once.
   */
  @Override
  public void close() {
    tidying.close();
    polling.close();
    runner.stopping();
    threads.shutdown();
    if (!isOver(patience)) {
      runner.leaveOff();
      if (!isOver(LAST_WORDS)) {
        runner.giveBackAll();
      }
    }
  }

  private boolean isOver(Duration patience) {
    try {
      return threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
