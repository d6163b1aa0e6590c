package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends a connection in the middle of an answer, so that half of one can't pass for the whole. */
final class Cut {
  private Cut() {}

  static void connection(HttpServletRequest request, Throwable reason) {
    ServletContextRequest.getServletContextRequest(request).getServletChannel().abort(reason);
  }
}
