package dev.davit.emulator.microsoft;

import dev.davit.emulator.Fault;
import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as Graph answers it (learn.microsoft.com/graph/errors): {@code {"error": {"code",
 * "message", "innerError": {"date", "request-id", "client-request-id"}}}}.
 *
 * @param status of HTTP
 * @param code what clients decide by
 * @param message for people
 * @param inner what {@code innerError} has beside those three, such as a {@code code} of its own
 */
public record GraphError(int status, String code, String message, Map<String, Object> inner) {
  private static final String THEIRS = "client-request-id";

  /** Copies what is inside. */
  public GraphError {
    inner = Map.copyOf(inner);
  }

  /** One with nothing more inside. */
  public static GraphError of(int status, String code, String message) {
    return new GraphError(status, code, message, Map.of());
  }

  /** 401: the token is missing, unknown or over. */
  public static GraphError invalidToken(String message) {
    return of(HttpServletResponse.SC_UNAUTHORIZED, "InvalidAuthenticationToken", message);
  }

  /** With an inner code, which is more exact. */
  public GraphError inner(String innerCode) {
    Map<String, Object> more = new LinkedHashMap<>(inner);
    more.put("code", innerCode);
    return new GraphError(status, code, message, more);
  }

  /** Answers with it; the request's own id, if it has one, is told again. */
  public void send(HttpServletRequest request, HttpServletResponse response, Instant now)
      throws IOException {
    String id = Guids.random();
    String theirs = Optional.ofNullable(request.getHeader(THEIRS)).orElse(id);
    response.setHeader("request-id", id);
    response.setHeader(THEIRS, theirs);
    Json.send(response, status, json(now, id, theirs));
  }

  /** The same as a fault, for the next request that fits. */
  public Fault fault() {
    String id = Guids.of(code + message);
    return Fault.answer(
        status, "application/json; charset=utf-8", Json.text(json(Instant.EPOCH, id, id)));
  }

  private Map<String, Object> json(Instant now, String id, String theirs) {
    Map<String, Object> inside = new LinkedHashMap<>(inner);
    String date = now.truncatedTo(ChronoUnit.SECONDS).toString();
    inside.put("date", date.substring(0, date.length() - 1)); // Without the zone, as the real one.
    inside.put("request-id", id);
    inside.put(THEIRS, theirs);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("innerError", inside);
    return Map.of("error", error);
  }
}
