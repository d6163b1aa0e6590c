package dev.davit.emulator.google.drive;

import java.util.Map;

/**
 * A broken request.
 *
 * @param token which scope it has, or {@code none} or {@code stale}
 * @param request method and path, with names of files in braces
 */
record Broken(
    String rule,
    String token,
    String request,
    String body,
    Map<String, String> headers,
    int status,
    String reason) {
  Broken(String rule, String request, int status, String reason) {
    this(rule, "drive", request, "", Map.of(), status, reason);
  }

  Broken with(String newBody) {
    return new Broken(rule, token, request, newBody, headers, status, reason);
  }

  Broken as(String newToken) {
    return new Broken(rule, newToken, request, body, headers, status, reason);
  }

  Broken header(String name, String value) {
    return new Broken(rule, token, request, body, Map.of(name, value), status, reason);
  }

  @Override
  public String toString() {
    return rule;
  }
}
