package dev.davit.app;

import dev.davit.persistence.sql.PoolUse;
import dev.davit.persistence.sql.SqlStores;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Shows how the database's pool is used. */
final class PoolMetrics {
  private static final String CONNECTIONS = "davit.database.connections";

  private final MeterRegistry registry;
  private final SqlStores stores;

  private PoolMetrics(MeterRegistry registry, SqlStores stores) {
    this.registry = registry;
    this.stores = stores;
  }

  /** For stores with a pool of their own. */
  static void show(MeterRegistry registry, SqlStores stores) {
    if (stores.pool().isPresent()) {
      new PoolMetrics(registry, stores).show();
    }
  }

  private void show() {
    connections("active", PoolUse::active);
    connections("idle", PoolUse::idle);
    gauge(CONNECTIONS + ".max", "The most connections that this node may have", PoolUse::most)
        .register(registry);
    gauge("davit.database.waiting", "Threads that wait for a connection", PoolUse::waiting)
        .register(registry);
    FunctionCounter.builder("davit.database.timeouts", stores, pool -> now(PoolUse::timeouts))
        .description("Waits for a connection that ended without one")
        .register(registry);
  }

  private void connections(String state, ToDoubleFunction<PoolUse> number) {
    gauge(CONNECTIONS, "Connections to the database, by whether they are used", number)
        .tag("state", state)
        .register(registry);
  }

  private Gauge.Builder<?> gauge(String name, String help, ToDoubleFunction<PoolUse> number) {
    return Gauge.builder(name, () -> now(number)).description(help);
  }

  private double now(ToDoubleFunction<PoolUse> number) {
    return stores.pool().map(number::applyAsDouble).orElse(Double.NaN);
  }
}
