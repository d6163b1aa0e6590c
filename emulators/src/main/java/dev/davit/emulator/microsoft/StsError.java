package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal of the identity platform's, in its shape (v2-oauth2-auth-code-flow, "Error response").
 */
final class StsError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String ERROR_PAGE = "https://login.microsoftonline.com/error?code=";

  private final AadSts what;
  private final String words;

  StsError(AadSts what, String words) {
    super(words, null, false, false);
    this.what = what;
    this.words = words;
  }

  AadSts what() {
    return what;
  }

  /** With its number, without ids and time. */
  String words() {
    return words;
  }

  /** What a browser takes back to the client. */
  Map<String, String> parameters(Instant now) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", what.error());
    if (what == AadSts.DECLINED) {
      parameters.put("error_subcode", "cancel");
    }
    parameters.put("error_description", description(Guids.random(), Guids.random(), stamp(now)));
    parameters.put("error_uri", ERROR_PAGE + what.number());
    return parameters;
  }

  /** Answers a client with it; the request's own id, if it has one, is told again. */
  void send(HttpServletRequest request, HttpServletResponse response, Instant now)
      throws IOException {
    String correlation =
        Optional.ofNullable(request.getHeader("client-request-id")).orElseGet(Guids::random);
    Json.send(response, what.status(), json(now, Guids.random(), correlation));
  }

  Map<String, Object> json(Instant now, String trace, String correlation) {
    String stamp = stamp(now);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", what.error());
    body.put("error_description", description(trace, correlation, stamp));
    body.put("error_codes", List.of(what.number()));
    body.put("timestamp", stamp);
    body.put("trace_id", trace);
    body.put("correlation_id", correlation);
    body.put("error_uri", ERROR_PAGE + what.number());
    if (!what.suberror().isEmpty()) {
      body.put("suberror", what.suberror());
    }
    return body;
  }

  private String description(String trace, String correlation, String stamp) {
    return words
        + ("\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation)
        + ("\r\nTimestamp: " + stamp);
  }

  private static String stamp(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }
}
