package dev.davit.app.support;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Sees every request to the foreign server, and may hold or refuse it. */
final class Tap extends ValveBase {
  private final AtomicLong seen = new AtomicLong();
  private volatile Predicate<Call> watcher = call -> true;

  Tap() {
    super(true);
  }

  /** Who is shown every call, on the thread that does it; false answers it with 503. */
  void watch(Predicate<Call> next) {
    watcher = next;
  }

  long seen() {
    return seen.get();
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    seen.incrementAndGet();
    String path = request.getDecodedRequestURI();
    if (!watcher.test(new Call(request.getMethod(), path, Call.Moment.ARRIVED))) {
      response.sendError(Response.SC_SERVICE_UNAVAILABLE);
      return;
    }
    getNext().invoke(request, response);
    if (!watcher.test(new Call(request.getMethod(), path, Call.Moment.DONE))
        && !response.isCommitted()) {
      response.reset();
      response.sendError(Response.SC_SERVICE_UNAVAILABLE);
    }
  }
}
