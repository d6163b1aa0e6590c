package dev.davit.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that start at the same time, and waiting for them that ends. */
final class Together {
  /** Far more than anything here takes, so that a test hangs for no longer. */
  static final Duration LIMIT = Duration.ofMinutes(1);

  private Together() {}

  /** Runs a task on as many threads at once; answers or throws what they did. */
  static <T> List<T> run(int threads, IntFunction<T> task) {
    CountDownLatch start = new CountDownLatch(1);
    List<Running<T>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      running.add(
          start(
              () -> {
                await(start);
                return task.apply(number);
              }));
    }
    start.countDown();
    return running.stream().map(Running::get).toList();
  }

  /** Starts a task on a thread of its own. */
  static <T> Running<T> start(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(task.call());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return new Running<>(thread, result);
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("what was waited for did not happen");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** A task under way. */
  record Running<T>(Thread thread, Future<T> result) {
    /** What the task answers; what it throws, if that is unchecked, is thrown as it is. */
    T get() {
      return get(LIMIT);
    }

    /** As {@link #get()}, within another time. */
    T get(Duration limit) {
      try {
        return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException failure) {
        throw unchecked(failure);
      } catch (TimeoutException | InterruptedException e) {
        throw new AssertionError("the task did not end", e);
      }
    }

    /** Waits until the task has ended, however it did. */
    void awaitEnd() {
      try {
        thread.join(LIMIT.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (thread.isAlive()) {
        throw new AssertionError("the task did not end");
      }
    }

    /** Waits until the task waits for something itself, or has ended. */
    void awaitWaiting() {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (!isWaiting() && !result.isDone()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("the task neither waits nor ends");
        }
        Thread.onSpinWait();
      }
    }

    private boolean isWaiting() {
      Thread.State state = thread.getState();
      return state == Thread.State.WAITING
          || state == Thread.State.TIMED_WAITING
          || state == Thread.State.BLOCKED;
    }

    private static RuntimeException unchecked(ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        return cause;
      }
      if (failure.getCause() instanceof Error cause) {
        throw cause;
      }
      return new IllegalStateException(failure.getCause());
    }
  }
}
