package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.Fault;
import dev.davit.emulator.files.Jsons;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A refusal in the vendor's shape (learn.microsoft.com/graph/errors): {@code {"error": {"code",
 * "message", "innerError": {"code", "date", "request-id", "client-request-id"}}}}.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final int status;
  private final String code;
  private final String inner;
  private final transient Map<String, String> headers;

  private Refused(
      int status, String code, String message, String inner, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.inner = inner;
    this.headers = headers;
  }

  static Refused of(int status, String code, String message) {
    return new Refused(status, code, message, "", Map.of());
  }

  /** The same, with a closer word in {@code innerError} ("Detailed error codes"). */
  Refused inner(String detail) {
    return new Refused(status, code, message(), detail, headers);
  }

  /** The same, with another header. */
  Refused header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refused(status, code, message(), inner, more);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  private String json(Instant now, String request, String client) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (!inner.isEmpty()) {
      details.put("code", inner);
    }
    details.put("date", DATE.format(now));
    details.put("request-id", request);
    details.put("client-request-id", client);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message());
    error.put("innerError", details);
    return Jsons.text(Map.of("error", error));
  }

  /** Answers with it, unless an answer is under way. */
  void send(HttpServletRequest request, HttpServletResponse response, Instant now)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    String id = Optional.ofNullable(response.getHeader("request-id")).orElse("");
    String client = Optional.ofNullable(request.getHeader("client-request-id")).orElse(id);
    response.resetBuffer();
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentType("application/json");
    response.getOutputStream().write(json(now, id, client).getBytes(StandardCharsets.UTF_8));
  }

  /** As something that goes wrong on demand. */
  Fault fault(Instant now) {
    String id = UUID.randomUUID().toString();
    Fault fault = Fault.answer(status, "application/json", json(now, id, id));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      fault = fault.with(header.getKey(), header.getValue());
    }
    return fault;
  }
}
