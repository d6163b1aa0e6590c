package dev.davit.http;

import java.util.Map;

/** An error that only HTTP knows: the core has no word for it. */
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String detail;
  private final transient Map<String, String> headers;

  HttpProblem(ProblemType type, String message) {
    this(type, message, Map.of());
  }

  HttpProblem(ProblemType type, String message, Map<String, String> headers) {
    super(message);
    this.type = type;
    this.detail = message;
    this.headers = headers;
  }

  ProblemType type() {
    return type;
  }

  String detail() {
    return detail;
  }

  Map<String, String> headers() {
    return headers;
  }
}
