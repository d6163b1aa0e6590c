package dev.davit.app;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is asked for elsewhere, at most once in a while and by one thread at a time. Nobody
 * who wants to know it waits for longer than the patience: then it is unknown.
 *
 * @param <T> what it is
 */
final class Sampled<T> implements AutoCloseable {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ExecutorService thread = Executors.newSingleThreadExecutor(Sampled::thread);
  private final Supplier<T> source;
  private final T unknown;
  private final LongSupplier nanos;
  private @Nullable CompletableFuture<T> asked;
  private long began;

  /**
   * A value.
   *
   * @param source where it is asked for; may throw and hang
   * @param unknown what it is as long as it can't be had
   */
  Sampled(Supplier<T> source, T unknown, LongSupplier nanos) {
    this.source = source;
    this.unknown = unknown;
    this.nanos = nanos;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "davit-metrics");
    thread.setDaemon(true);
    return thread;
  }

  /** Never throws. */
  T get() {
    return ask().copy().completeOnTimeout(unknown, PATIENCE.toNanos(), NANOSECONDS).join();
  }

  private synchronized CompletableFuture<T> ask() {
    CompletableFuture<T> answer = asked;
    if (answer == null || (answer.isDone() && nanos.getAsLong() - began >= KEPT.toNanos())) {
      began = nanos.getAsLong();
      answer = begin().exceptionally(away -> unknown);
      asked = answer;
    }
    return answer;
  }

  private CompletableFuture<T> begin() {
    try {
      return CompletableFuture.supplyAsync(source, thread);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.completedFuture(unknown);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
