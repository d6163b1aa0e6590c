package dev.davit.emulator.google;

import dev.davit.emulator.internal.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The requests whose pages are open. */
final class Attempts {
  private static final String COOKIE = "GAPS";

  private final Map<String, Attempt> open = new ConcurrentHashMap<>();

  /** Begins one; the browser gets a cookie unless it has one. */
  Attempt begin(
      AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
    Attempt attempt = new Attempt(Words.random(""), browser(request, response), wanted);
    open.put(attempt.id(), attempt);
    return attempt;
  }

  private static String browser(HttpServletRequest request, HttpServletResponse response) {
    return Cookies.of(request, COOKIE).stream()
        .findFirst()
        .orElseGet(
            () -> {
              String fresh = Words.random("");
              Cookies.give(response, COOKIE, fresh);
              return fresh;
            });
  }

  /** The one that a form was sent for, by the browser that it was shown to. */
  Optional<Attempt> of(HttpServletRequest request) {
    return Optional.ofNullable(open.get(String.valueOf(request.getParameter("attempt"))))
        .filter(attempt -> Cookies.of(request, COOKIE).contains(attempt.browser()));
  }

  /** Ends it; false when it had ended before. */
  boolean end(Attempt attempt) {
    return open.remove(attempt.id(), attempt);
  }
}
