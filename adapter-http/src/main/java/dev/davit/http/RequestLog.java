package dev.davit.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: route, status, time, id. Neither the address nor the query nor any
 * header, since names and tokens stand there.
 */
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.davit.http.requests");
  private static final String ROUTE = "dev.davit.route";

  private RequestLog() {}

  static void name(HttpServletRequest request, Route route) {
    request.setAttribute(ROUTE, route);
  }

  /** The route that a request came to; null if it came to none. */
  static @Nullable Route routeOf(HttpServletRequest request) {
    return request.getAttribute(ROUTE) instanceof Route route ? route : null;
  }

  static void done(Context context, Float milliseconds) {
    @Nullable Route route = routeOf(context.req());
    LOG.info(
        "{} {} in {} ms, request {}",
        route == null ? "no route" : route,
        context.res().getStatus(),
        milliseconds.longValue(),
        RequestIds.of(context.req()));
  }
}
