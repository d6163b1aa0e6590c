package dev.davit.http;

import dev.davit.ports.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is watched.
 *
 * @param observer who is told of requests
 * @param metrics what {@code /metrics} shows; null for no such route
 * @param metricsToken the bearer token that opens {@code /metrics}; null to show it to this machine
 *     only
 * @param checks what readiness asks, besides the stores
 * @param drain how long the server answers on after readiness has said that it stops; zero or more
 */
public record Monitoring(
    HttpObserver observer,
    @Nullable MetricsSource metrics,
    @Nullable Secret metricsToken,
    List<HealthCheck> checks,
    Duration drain) {

  public Monitoring {
    checks = List.copyOf(checks);
  }

  /** Nobody watches; readiness asks the stores. */
  public static Monitoring none() {
    return new Monitoring(HttpObserver.NONE, null, null, List.of(), Duration.ZERO);
  }

  /** With numbers to show, and who counts the requests among them. */
  public Monitoring withMetrics(MetricsSource source, HttpObserver counting) {
    return new Monitoring(counting, source, metricsToken, checks, drain);
  }

  /** With a token that opens {@code /metrics}; null for none. */
  public Monitoring withMetricsToken(@Nullable Secret token) {
    return new Monitoring(observer, metrics, token, checks, drain);
  }

  /** With other dependencies, besides the stores. */
  public Monitoring withChecks(List<HealthCheck> value) {
    return new Monitoring(observer, metrics, metricsToken, value, drain);
  }

  /** With another time between the word that the server stops and its stop. */
  public Monitoring withDrain(Duration value) {
    return new Monitoring(observer, metrics, metricsToken, checks, value);
  }
}
