package dev.davit.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * What pages of the operator's frontend may do here when it has another origin: call the API with a
 * bearer token. Pages of no other origin may, and none with a cookie.
 */
final class Cors {
  private static final String HEADERS = "Authorization, Content-Type";
  private static final String EXPOSED =
      "Content-Disposition, ETag, Location, Retry-After, X-Request-Id";
  private static final String SECONDS = "600";

  private final @Nullable String origin;

  Cors(URI publicUrl, @Nullable URI frontend) {
    origin = frontend == null || Origins.isSame(frontend, publicUrl) ? null : Origins.of(frontend);
  }

  /** Whether a page of the frontend sends this request. */
  boolean isFrontend(@Nullable String sentOrigin) {
    return origin != null && origin.equals(sentOrigin);
  }

  /** Lets the frontend's page read an answer. */
  void apply(@Nullable String sentOrigin, HttpFields.Mutable response) {
    if (origin == null) {
      return;
    }
    response.put("Vary", "Origin");
    if (isFrontend(sentOrigin)) {
      response.put("Access-Control-Allow-Origin", origin);
      response.put("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  /** Whether a browser asks for the frontend's page what it may send. */
  boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getRequestURI().startsWith("/api/")
        && request.getHeader("Access-Control-Request-Method") != null
        && isFrontend(request.getHeader("Origin"));
  }

  /** Says what it may send. */
  void answer(Context context, String methods) {
    context.header("Access-Control-Allow-Methods", methods);
    context.header("Access-Control-Allow-Headers", HEADERS);
    context.header("Access-Control-Max-Age", SECONDS);
    context.status(204);
  }
}
