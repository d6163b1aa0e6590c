package dev.davit.http;

import dev.davit.Davit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How one server is watched while it runs.
 *
 * @param monitoring as its operator wants it
 * @param readiness whether it can do its work
 */
record Watching(Monitoring monitoring, Readiness readiness) implements AutoCloseable {

  /** The stores are what no server can do without. */
  static Watching of(Davit davit, Monitoring monitoring) {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(new HealthCheck("database", true, () -> davit.accounts().list(1, null)));
    checks.addAll(monitoring.checks());
    return new Watching(monitoring, Readiness.of(checks));
  }

  Observing observing() {
    return new Observing(monitoring.observer());
  }

  /** Says that the server stops, and leaves whoever sends it requests the time to hear of it. */
  void drain() {
    readiness.stop();
    try {
      TimeUnit.NANOSECONDS.sleep(monitoring.drain().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    readiness.close();
  }
}
