package dev.davit.internal.jobs;

import dev.davit.internal.trace.Trace;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * One thread that does the same work again and again, whatever happens to it. The pauses differ by
 * up to a fifth, so that nodes that were started together do not all come at once.
 */
final class Background implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.davit.jobs");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double LEAST = 0.8;
  private static final double MOST = 1.2;

  private final Runnable work;
  private final long interval;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Work that is not yet started.
   *
   * @param interval about how long the pause between the end of one run and the next is; more than
   *     zero
   */
  Background(Runnable work, Duration interval) {
    this.work = work;
    this.interval = interval.toNanos();
    thread = Threads.daemon("davit-jobs", this::loop);
  }

  /** Starts the work, at once. */
  void start() {
    thread.start();
  }

  /** Ends the pause: there may be something to do. */
  void nudge() {
    nudges.release();
  }

  /** Begins nothing new, waits a while for what is under way, then interrupts it. */
  @Override
  public void close() {
    closed = true;
    nudge();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void loop() {
    while (!closed) {
      run();
      pause();
    }
  }

  private void run() {
    try {
      work.run();
    } catch (Throwable failure) {
      LOG.log(System.Logger.Level.WARNING, "The jobs could not be run: {0}", Trace.of(failure));
    }
  }

  private void pause() {
    try {
      double share = ThreadLocalRandom.current().nextDouble(LEAST, MOST);
      boolean unused = nudges.tryAcquire((long) (interval * share), TimeUnit.NANOSECONDS);
      nudges.drainPermits();
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
