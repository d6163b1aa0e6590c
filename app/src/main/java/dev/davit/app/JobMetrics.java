package dev.davit.app;

import dev.davit.persistence.sql.JobBacklog;
import dev.davit.persistence.sql.SqlStores;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Shows the jobs of all nodes that wait: asked of the database at most every few seconds, and
 * unknown while it does not answer.
 */
final class JobMetrics {
  private static final int MOST = 10_000;

  private JobMetrics() {}

  /** Shows them; what this answers is to be closed before the stores are. */
  static Sampled<?> show(MeterRegistry registry, SqlStores stores) {
    Sampled<Optional<JobBacklog>> sampled =
        new Sampled<>(() -> Optional.of(stores.backlog(MOST)), Optional.empty(), System::nanoTime);
    gauge("davit.jobs.due", sampled, backlog -> (double) backlog.due())
        .description("Jobs that are due and that no node is at; counted up to 10000")
        .register(registry);
    gauge("davit.jobs.due.age", sampled, backlog -> backlog.age().toMillis() / 1000.0)
        .description("How long the first of them has been due")
        .baseUnit("seconds")
        .register(registry);
    return sampled;
  }

  private static Gauge.Builder<?> gauge(
      String name, Sampled<Optional<JobBacklog>> sampled, ToDoubleFunction<JobBacklog> number) {
    return Gauge.builder(name, () -> sampled.get().map(number::applyAsDouble).orElse(Double.NaN));
  }
}
