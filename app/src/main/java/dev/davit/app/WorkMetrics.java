package dev.davit.app;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.store.Purge;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what the use cases do: calls to providers, refreshes, listings, jobs. */
final class WorkMetrics implements Observer {
  private final MeterProvider<Timer> calls;
  private final MeterProvider<Timer> jobs;
  private final MeterProvider<Counter> refreshes;
  private final MeterProvider<Counter> purges;
  private final MeterProvider<Counter> purgedDocuments;
  private final MeterProvider<Counter> forgotten;
  private final Counter hits;
  private final Counter misses;

  WorkMetrics(MeterRegistry registry) {
    calls =
        Metrics.times(
            registry,
            "davit.provider.call.duration",
            "Calls to providers, each try for itself, by how they ended");
    jobs = Metrics.times(registry, "davit.job.duration", "Runs of jobs, by how they ended");
    refreshes =
        counter(
            registry,
            "davit.refreshes",
            "Attempts to get new tokens for a connection, by how they ended");
    purges = counter(registry, "davit.purges", "Deletions of accounts that ended, by how");
    purgedDocuments =
        counter(registry, "davit.purge.documents", "Documents of those, by what became of them");
    forgotten = counter(registry, "davit.forgotten", "What was kept long enough and is gone");
    hits = listings(registry, "hit");
    misses = listings(registry, "miss");
  }

  private static MeterProvider<Counter> counter(MeterRegistry registry, String name, String help) {
    return Counter.builder(name).description(help).withRegistry(registry);
  }

  private static Counter listings(MeterRegistry registry, String result) {
    return Counter.builder("davit.listing.cache")
        .description("Listings that were asked for, by whether the cache had them")
        .tag("result", result)
        .register(registry);
  }

  /** How something ended, as a label. */
  private static String outcome(@Nullable ErrorKind failure) {
    return failure == null ? "ok" : word(failure);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void providerCall(
      ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure) {
    calls
        .withTags("provider", provider.value(), "operation", operation, "outcome", outcome(failure))
        .record(took);
  }

  @Override
  public void refresh(ProviderId provider, RefreshOutcome outcome) {
    refreshes.withTags("provider", provider.value(), "outcome", word(outcome)).increment();
  }

  @Override
  public void cache(boolean hit) {
    (hit ? hits : misses).increment();
  }

  @Override
  public void job(String kind, Duration took, @Nullable ErrorKind failure) {
    jobs.withTags("kind", kind, "outcome", outcome(failure)).record(took);
  }

  @Override
  public void purged(Purge over) {
    purges.withTags("outcome", word(over.state())).increment();
    purgedDocuments.withTags("outcome", "deleted").increment((double) over.documentsDeleted());
    purgedDocuments
        .withTags("outcome", "unreachable")
        .increment((double) over.documentsUnreachable());
  }

  @Override
  public void forgotten(String what, int count) {
    forgotten.withTags("kind", what).increment(count);
  }
}
