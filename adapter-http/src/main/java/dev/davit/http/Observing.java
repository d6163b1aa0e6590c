package dev.davit.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an observer of requests, in words of closed lists.
 *
 * @param observer who is told
 */
record Observing(HttpObserver observer) {
  private static final String ATTRIBUTE = "dev.davit.observer";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Counts a request as one that is worked on, until what this answers is closed. */
  Gate.Pass enter(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, observer);
    observer.entered();
    return observer::left;
  }

  /** Who is told of a request's bytes. */
  static HttpObserver of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof HttpObserver observer
        ? observer
        : HttpObserver.NONE;
  }

  void done(Context context, Float milliseconds) {
    RequestLog.done(context, milliseconds);
    String method = context.req().getMethod();
    @Nullable Route route = RequestLog.routeOf(context.req());
    observer.answered(
        METHODS.contains(method) ? method : "other",
        route == null ? "none" : route.path(),
        context.res().getStatus(),
        Duration.ofNanos((long) (milliseconds * 1e6)));
  }
}
