package dev.davit.emulator.internal;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Requests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes every request, also those that fail. */
public final class RequestsFilter extends HttpFilter {
  /** Names an attribute of requests whose answer never leaves. */
  static final String UNANSWERED = "emulator.unanswered";

  private final transient Requests requests;

  public RequestsFilter(Requests requests) {
    this.requests = requests;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } finally {
      requests.add(
          new Exchange(
              request.getMethod(), path(request), headers(request), status(request, response)));
    }
  }

  private static int status(HttpServletRequest request, HttpServletResponse response) {
    return request.getAttribute(UNANSWERED) == null ? response.getStatus() : 0;
  }

  private static String path(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .collect(
            Collectors.toMap(
                name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, same) -> first));
  }
}
