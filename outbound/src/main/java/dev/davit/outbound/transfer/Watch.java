package dev.davit.outbound.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of one exchange, which moves with its phases. It has one timer task at most, which
 * looks when it fires whether the deadline has moved since. Its lock is held for a few assignments
 * only.
 */
public final class Watch implements AutoCloseable {
  private final ScheduledExecutorService timer;
  private final Runnable cut;
  private @Nullable Future<?> task;
  private long taskAt;
  private long deadline;
  private boolean waiting;
  private volatile boolean expired;

  /**
   * A watch over nothing yet.
   *
   * @param cut ends the exchange at once, whatever it is doing; called once at most
   */
  Watch(ScheduledExecutorService timer, Runnable cut) {
    this.timer = timer;
    this.cut = cut;
  }

  /** From now on the server has this long. */
  public synchronized void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
    waiting = true;
    if (task == null || deadline - taskAt < 0) {
      schedule();
    }
  }

  /** From now on nothing is expected of the server. */
  public synchronized void relax() {
    waiting = false;
  }

  /** What to say of a failure: that the deadline passed, if the exchange was cut because of it. */
  public IOException cause(IOException failure) {
    return expired ? new DeadlineException(failure) : failure;
  }

  private void schedule() {
    cancel();
    taskAt = deadline;
    long left = Math.max(1, deadline - System.nanoTime());
    task = timer.schedule(this::look, left, TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (isOver()) {
      expired = true;
      cut.run();
    }
  }

  private synchronized boolean isOver() {
    task = null;
    if (waiting && deadline - System.nanoTime() > 0) {
      schedule();
      return false;
    }
    return waiting;
  }

  private void cancel() {
    if (task != null) {
      task.cancel(false);
    }
  }

  @Override
  public synchronized void close() {
    waiting = false;
    cancel();
  }
}
