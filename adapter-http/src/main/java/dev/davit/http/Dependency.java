package dev.davit.http;

import dev.davit.ports.CloudException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that the server depends on. Asked by one thread at a time: one that does not answer
 * costs no more than that. The log hears of each change, once.
 */
final class Dependency {
  private static final Logger LOG = LoggerFactory.getLogger(Dependency.class);
  private static final String UP = "";

  private final HealthCheck check;
  private final Duration deadline;
  private final Executor threads;
  private final String tooSlow;
  private final AtomicBoolean up = new AtomicBoolean(true);
  private @Nullable CompletableFuture<String> asked;
  private @Nullable CompletableFuture<Boolean> answer;

  Dependency(HealthCheck check, Duration deadline, Executor threads) {
    this.check = check;
    this.deadline = deadline;
    this.threads = threads;
    this.tooSlow = "it did not answer within " + deadline.toMillis() + " ms";
  }

  String name() {
    return check.name();
  }

  boolean vital() {
    return check.vital();
  }

  /**
   * Whether it answers; known within the deadline. While an earlier question is still open after
   * its deadline, it is known at once.
   */
  synchronized CompletableFuture<Boolean> ask() {
    CompletableFuture<Boolean> known = answer;
    if (known == null || asked == null || asked.isDone()) {
      asked = begin();
      known =
          asked
              .copy()
              .completeOnTimeout(tooSlow, deadline.toNanos(), TimeUnit.NANOSECONDS)
              .thenApply(this::note);
      answer = known;
    }
    return known;
  }

  private CompletableFuture<String> begin() {
    try {
      return CompletableFuture.supplyAsync(this::failure, threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture("the server is stopping");
    }
  }

  /** What is wrong, in words for the operator; nothing if nothing is. */
  private String failure() {
    try {
      check.check().run();
      return UP;
    } catch (CloudException e) {
      return String.valueOf(e.getMessage());
    } catch (Throwable e) {
      return e.getClass().getName();
    }
  }

  private boolean note(String failure) {
    boolean now = failure.equals(UP);
    if (up.getAndSet(now) != now) {
      if (now) {
        LOG.info("health: {} is back", check.name());
      } else {
        LOG.warn("health: {} is down: {}", check.name(), failure);
      }
    }
    return now;
  }
}
