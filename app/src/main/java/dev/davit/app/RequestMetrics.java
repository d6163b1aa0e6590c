package dev.davit.app;

import dev.davit.http.HttpObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the HTTP server does. */
final class RequestMetrics implements HttpObserver {
  private final AtomicLong inFlight = new AtomicLong();
  private final MeterProvider<Timer> requests;
  private final Counter uploaded;
  private final Counter downloaded;

  RequestMetrics(MeterRegistry registry) {
    requests =
        Metrics.times(
            registry,
            "davit.http.request.duration",
            "Requests that were answered, by method, route and status");
    uploaded = bytes(registry, "davit.http.upload", "Bytes of files that clients have sent");
    downloaded = bytes(registry, "davit.http.download", "Bytes of files that clients were sent");
    Gauge.builder("davit.http.requests.in.flight", inFlight::get)
        .description("Requests that are worked on now")
        .register(registry);
  }

  private static Counter bytes(MeterRegistry registry, String name, String help) {
    return Counter.builder(name).description(help).baseUnit("bytes").register(registry);
  }

  @Override
  public void entered() {
    inFlight.incrementAndGet();
  }

  @Override
  public void left() {
    inFlight.decrementAndGet();
  }

  @Override
  public void answered(String method, String route, int status, Duration took) {
    requests
        .withTags("method", method, "route", route, "status", Integer.toString(status))
        .record(took);
  }

  @Override
  public void uploaded(long bytes) {
    uploaded.increment((double) bytes);
  }

  @Override
  public void downloaded(long bytes) {
    downloaded.increment((double) bytes);
  }
}
