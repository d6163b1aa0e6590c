package dev.davit.app;

import dev.davit.http.MetricsSource;
import dev.davit.http.Monitoring;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.ports.Observer;
import dev.davit.ports.Vault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of this server: those of its own work, whose names begin with {@code davit_}, and
 * those of the process. Everything they are told by is from a closed list, and each list is bounded
 * here besides.
 */
final class Metrics implements MetricsSource, AutoCloseable {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final int MOST_WORDS = 64;

  /** From what is answered at once to what is given up. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics() {
    for (String label : List.of("provider", "operation", "kind")) {
      registry
          .config()
          .meterFilter(
              MeterFilter.maximumAllowableTags("davit.", label, MOST_WORDS, MeterFilter.deny()));
    }
    process();
    Gauge.builder("davit.build.info", () -> 1)
        .description("Which Davit this is; always 1")
        .tag("version", Main.version())
        .register(registry);
  }

  private void process() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  /** Who counts the work of the use cases. */
  Observer observer() {
    return new WorkMetrics(registry);
  }

  /** A vault whose refusals are counted. */
  Vault counting(Vault vault) {
    return new CountedVault(vault, registry);
  }

  /** Shows the stores' pool and jobs; what this answers is to be closed before they are. */
  Sampled<?> show(SqlStores stores) {
    PoolMetrics.show(registry, stores);
    return JobMetrics.show(registry, stores);
  }

  /** For a server that shows these numbers, and counts its requests among them. */
  Monitoring monitoring() {
    return Monitoring.none().withMetrics(this, new RequestMetrics(registry));
  }

  /** Times of something, as a histogram for each combination of labels. */
  static Meter.MeterProvider<Timer> times(MeterRegistry registry, String name, String help) {
    return Timer.builder(name)
        .description(help)
        .serviceLevelObjectives(BUCKETS)
        .withRegistry(registry);
  }

  @Override
  public Scrape scrape(@Nullable String accept) {
    boolean open = accept != null && accept.contains(OPEN_METRICS);
    String type = open ? OPEN_METRICS + "; version=1.0.0; charset=utf-8" : TEXT;
    return new Scrape(type, registry.scrape(type));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
