package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The server's numbers, for whoever has the operator's token; where there is none, for whoever asks
 * from this machine, and neither by way of a proxy nor of a page elsewhere.
 */
final class MetricsRoute {
  private static final String MEDIA_TYPE = "text/plain";
  private static final String BEARER = "bearer ";

  private final MetricsSource metrics;
  private final @Nullable Secret token;

  private MetricsRoute(MetricsSource metrics, @Nullable Secret token) {
    this.metrics = metrics;
    this.token = token;
  }

  /** The route, or none. */
  static List<Route> routes(Monitoring monitoring) {
    MetricsSource metrics = monitoring.metrics();
    return metrics == null
        ? List.of()
        : List.of(new MetricsRoute(metrics, monitoring.metricsToken()).route());
  }

  private Route route() {
    return Route.get("/metrics", Access.WATCH, Answer.bytes(MEDIA_TYPE, 200), this::show)
        .may(token == null ? ProblemType.FORBIDDEN : ProblemType.UNAUTHENTICATED);
  }

  private void show(Call call) {
    check(call.request());
    MetricsSource.Scrape scrape = metrics.scrape(call.request().getHeader("Accept"));
    call.bytes(scrape.mediaType(), scrape.text().getBytes(StandardCharsets.UTF_8));
  }

  private void check(HttpServletRequest request) {
    if (token == null) {
      if (!Addresses.isHere(request)) {
        throw new CloudException(
            ErrorKind.FORBIDDEN,
            "Metrics are shown to the server's own machine only. The setting DAVIT_METRICS_TOKEN"
                + " lets others in, who bring it as a bearer token.");
      }
    } else if (!isToken(token, request.getHeader("Authorization"))) {
      throw new CloudException(
          ErrorKind.UNAUTHENTICATED, "Metrics want the server's metrics token as a bearer token.");
    }
  }

  /** In a time that does not tell how much of it was right. */
  private static boolean isToken(Secret token, @Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    return MessageDigest.isEqual(
        header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
        token.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
