package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what may take too long on threads of its own, so that whoever asked can go when the time is
 * up, whatever an adapter does. What is left behind is interrupted, and its result closed.
 */
final class Workers {
  private final Timing timing;
  private final Executor threads = Threads.starting();

  Workers(Timing timing) {
    this.timing = timing;
  }

  /**
   * Does something within a time.
   *
   * @param ended is told once nothing of it is under way any more, perhaps long after this returned
   * @throws TimeoutException if the time is up; what was asked for may still be done
   */
  <T> T within(Duration time, Supplier<T> work, Runnable ended) throws TimeoutException {
    Task<T> task = new Task<>(work, ended);
    start(task, ended);
    try {
      return timing.await(task.outcome, time);
    } catch (TimeoutException e) {
      return task.abandon(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.stop();
      throw new CloudException(ErrorKind.UNAVAILABLE, "The call was called off. Try again.", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private void start(Task<?> task, Runnable ended) {
    boolean started = false;
    try {
      threads.execute(task);
      started = true;
    } finally {
      if (!started) {
        ended.run();
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  /** Something under way. */
  private static final class Task<T> implements Runnable {
    private final Supplier<T> work;
    private final Runnable ended;
    final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable Thread thread;

    Task(Supplier<T> work, Runnable ended) {
      this.work = work;
      this.ended = ended;
    }

    @Override
    public void run() {
      begin();
      try {
        hand(work.get());
      } catch (Throwable failure) {
        outcome.completeExceptionally(failure);
      } finally {
        end();
        ended.run();
      }
    }

    private void hand(T result) {
      if (!outcome.complete(result)) {
        close(result);
      }
    }

    private static void close(@Nullable Object result) {
      if (result instanceof AutoCloseable open) {
        try {
          open.close();
        } catch (Exception ignored) {
          // Nobody waits for it.
        }
      }
    }

    private synchronized void begin() {
      thread = Thread.currentThread();
    }

    private synchronized void end() {
      thread = null;
      Thread.interrupted(); // Or whoever has this thread next would be stopped for us.
    }

    /** Leaves it behind, unless it has just come to its end. */
    T abandon(TimeoutException late) throws TimeoutException {
      if (outcome.completeExceptionally(late)) {
        interrupt();
        throw late;
      }
      try {
        return outcome.get();
      } catch (ExecutionException e) {
        throw unwrapped(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("it had come to its end", e);
      }
    }

    /** Leaves it behind whatever it has come to. */
    void stop() {
      if (!outcome.completeExceptionally(new InterruptedException())
          && !outcome.isCompletedExceptionally()) {
        close(outcome.join());
      }
      interrupt();
    }

    private synchronized void interrupt() {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
