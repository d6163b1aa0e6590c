package dev.davit.emulator.google;

import dev.davit.emulator.internal.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The requests whose pages are open; each has a cookie, so that tabs do not disturb each other. */
final class Attempts {
  private static final String COOKIE = "GAPS_";
  private static final int NAMED_BY = 8;

  private final Map<String, Attempt> open = new ConcurrentHashMap<>();

  /** Begins one, and gives the browser its cookie. */
  Attempt begin(AuthorizationRequest wanted, HttpServletResponse response) {
    Attempt attempt = new Attempt(Words.random(""), Words.random(""), wanted);
    open.put(attempt.id(), attempt);
    Cookies.give(response, cookie(attempt), attempt.browser());
    return attempt;
  }

  private static String cookie(Attempt attempt) {
    return COOKIE + attempt.id().substring(0, NAMED_BY);
  }

  /** The one that a form was sent for, by the browser that it was shown to. */
  Optional<Attempt> of(HttpServletRequest request) {
    return Optional.ofNullable(open.get(String.valueOf(request.getParameter("attempt"))))
        .filter(attempt -> Cookies.of(request, cookie(attempt)).contains(attempt.browser()));
  }

  /** Ends it; false when it had ended before. */
  boolean end(Attempt attempt) {
    return open.remove(attempt.id(), attempt);
  }
}
