package dev.davit.emulator.google.drive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.files.Jsons;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal in the vendor's shape (guides/handle-errors): {@code {"error": {"code", "message",
 * "errors": [{"domain", "reason", "message", "location", "locationType"}]}}}. The checks that
 * Google's front does for all of its APIs say {@code status} and {@code details} too.
 */
final class DriveError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Map<String, String> detail;
  private final transient Map<String, Object> extra;

  private DriveError(
      int code, String message, Map<String, String> detail, Map<String, Object> extra) {
    super(message, null, false, false);
    this.code = code;
    this.detail = detail;
    this.extra = extra;
  }

  /** One of domain {@code global}. */
  static DriveError of(int code, String reason, String message) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("message", message);
    detail.put("domain", "global");
    detail.put("reason", reason);
    return new DriveError(code, message, detail, Map.of());
  }

  /** The same, of another domain. */
  DriveError domain(String domain) {
    return withDetail("domain", domain);
  }

  /** The same, about a parameter of the query. */
  DriveError at(String parameter) {
    return withDetail("location", parameter).withDetail("locationType", "parameter");
  }

  /** The same, about a header. */
  DriveError atHeader(String header) {
    return withDetail("location", header).withDetail("locationType", "header");
  }

  private DriveError withDetail(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(detail);
    more.put(name, value);
    return new DriveError(code, message(), more, extra);
  }

  /** The same, with another member of the error itself. */
  DriveError with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extra);
    more.put(name, value);
    return new DriveError(code, message(), detail, more);
  }

  private String message() {
    return String.valueOf(getMessage());
  }

  private String json() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message());
    error.put("errors", List.of(detail));
    error.putAll(extra);
    return Jsons.text(Map.of("error", error));
  }

  /** Answers with it, unless an answer is under way. */
  void send(HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.setStatus(code);
      response.setContentType("application/json; charset=UTF-8");
      response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** As something that goes wrong on demand. */
  Fault fault() {
    return Fault.answer(code, "application/json; charset=UTF-8", json());
  }
}
