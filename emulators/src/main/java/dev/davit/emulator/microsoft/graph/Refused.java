package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.GraphError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with an error of Graph's. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient GraphError error;
  private final transient Map<String, String> headers;

  private Refused(GraphError error, Map<String, String> headers) {
    super(error.message(), null, false, false);
    this.error = error;
    this.headers = headers;
  }

  static Refused of(int status, String code, String message) {
    return new Refused(GraphError.of(status, code, message), Map.of());
  }

  /** The same, with a closer word in {@code innerError} ("Detailed error codes"). */
  Refused inner(String detail) {
    return new Refused(error.inner(detail), headers);
  }

  /** The same, with another header. */
  Refused header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refused(error, more);
  }

  /** What it says. */
  GraphError error() {
    return error;
  }

  /** Answers with it, unless an answer is under way. */
  void send(HttpServletRequest request, HttpServletResponse response, Instant now)
      throws IOException {
    if (!response.isCommitted()) {
      response.resetBuffer();
      headers.forEach(response::setHeader);
      error.send(request, response, now);
    }
  }

  /** As something that goes wrong on demand. */
  Fault fault() {
    Fault fault = error.fault();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      fault = fault.with(header.getKey(), header.getValue());
    }
    return fault;
  }
}
