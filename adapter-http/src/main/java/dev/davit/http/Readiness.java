package dev.davit.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server can do its work: asks all that it depends on at once, and answers within the
 * deadline. Whoever asks in the meantime, or within a second, gets the same answer.
 */
final class Readiness implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final HealthView STOPPING =
      new HealthView(HealthView.UNAVAILABLE, Map.of("server", new StatusView("stopping")));

  private final ExecutorService threads = Executors.newCachedThreadPool(Readiness::thread);
  private final List<Dependency> dependencies;
  private final LongSupplier nanos;
  private @Nullable CompletableFuture<HealthView> round;
  private long began;
  private volatile boolean stopping;

  Readiness(List<HealthCheck> checks, Duration deadline, LongSupplier nanos) {
    this.dependencies =
        checks.stream().map(check -> new Dependency(check, deadline, threads)).toList();
    this.nanos = nanos;
  }

  static Readiness of(List<HealthCheck> checks) {
    return new Readiness(checks, DEADLINE, System::nanoTime);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "davit-health");
    thread.setDaemon(true);
    return thread;
  }

  HealthView now() {
    return stopping ? STOPPING : round().join();
  }

  /** From now on the server is not ready, whatever it depends on. */
  void stop() {
    stopping = true;
  }

  private synchronized CompletableFuture<HealthView> round() {
    CompletableFuture<HealthView> last = round;
    if (last == null || (last.isDone() && nanos.getAsLong() - began >= KEPT.toNanos())) {
      began = nanos.getAsLong();
      last = ask();
      round = last;
    }
    return last;
  }

  private CompletableFuture<HealthView> ask() {
    Map<Dependency, CompletableFuture<Boolean>> answers = new LinkedHashMap<>();
    dependencies.forEach(dependency -> answers.put(dependency, dependency.ask()));
    return CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> view(answers));
  }

  private static HealthView view(Map<Dependency, CompletableFuture<Boolean>> answers) {
    Map<String, StatusView> statuses = new LinkedHashMap<>();
    String status = "ready";
    for (Dependency dependency : answers.keySet()) {
      boolean up = answers.get(dependency).join();
      statuses.put(dependency.name(), new StatusView(up ? "up" : "down"));
      if (!up && !status.equals(HealthView.UNAVAILABLE)) {
        status = dependency.vital() ? HealthView.UNAVAILABLE : "degraded";
      }
    }
    return new HealthView(status, statuses);
  }

  /** Asks nothing any more, and waits for nothing that was asked. */
  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }
}
