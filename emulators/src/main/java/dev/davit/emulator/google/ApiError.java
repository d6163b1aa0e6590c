package dev.davit.emulator.google;

import dev.davit.emulator.Fault;
import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as Google's APIs answer it (developers.google.com/workspace/drive/api/guides/
 * handle-errors): {@code {"error": {"code", "message", "errors": [{"message", "domain",
 * "reason"}]}}}.
 *
 * @param status of HTTP, and the {@code code} inside
 * @param domain such as {@code global} or {@code usageLimits}
 * @param reason what clients decide by
 * @param message for people
 * @param location which parameter or header it is about; empty for none
 * @param locationType {@code parameter} or {@code header}; empty for none
 */
public record ApiError(
    int status,
    String domain,
    String reason,
    String message,
    String location,
    String locationType) {

  /** One about nothing in particular. */
  public static ApiError of(int status, String domain, String reason, String message) {
    return new ApiError(status, domain, reason, message, "", "");
  }

  /** One about a parameter. */
  public static ApiError aboutParameter(
      int status, String reason, String message, String parameter) {
    return new ApiError(status, "global", reason, message, parameter, "parameter");
  }

  /** 401 for a token that is unknown, expired or revoked. */
  static ApiError invalidCredentials() {
    return new ApiError(
        HttpServletResponse.SC_UNAUTHORIZED,
        "global",
        "authError",
        "Invalid Credentials",
        "Authorization",
        "header");
  }

  /** 401 where there is no token. */
  static ApiError loginRequired() {
    return new ApiError(
        HttpServletResponse.SC_UNAUTHORIZED,
        "global",
        "required",
        "Login Required.",
        "Authorization",
        "header");
  }

  /** Answers with it. */
  public void send(HttpServletResponse response) throws IOException {
    Json.send(response, status, json());
  }

  /** The same as a fault, for the next request that fits. */
  public Fault fault() {
    return Fault.answer(status, "application/json; charset=UTF-8", Json.text(json()));
  }

  private Map<String, Object> json() {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("message", message);
    detail.put("domain", domain);
    detail.put("reason", reason);
    if (!location.isEmpty()) {
      detail.put("location", location);
      detail.put("locationType", locationType);
    }
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    error.put("errors", List.of(detail));
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      error.put("status", "UNAUTHENTICATED");
    }
    return Map.of("error", error);
  }
}
