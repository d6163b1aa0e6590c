package dev.davit.emulator.oauth;

import dev.davit.emulator.internal.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests whose pages are open; each has a cookie, so that tabs do not disturb each other.
 *
 * @param <R> what the vendor reads of an authorization request
 */
public final class Attempts<R> {
  private static final int NAMED_BY = 8;

  private final String cookies;
  private final Map<String, Attempt<R>> open = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param cookies what the names of the vendor's cookies begin with
   */
  public Attempts(String cookies) {
    this.cookies = cookies;
  }

  /** Begins one, and gives the browser its cookie. */
  public Attempt<R> begin(R wanted, HttpServletResponse response) {
    Attempt<R> attempt = new Attempt<>(Words.random(""), Words.random(""), wanted);
    open.put(attempt.id(), attempt);
    Cookies.give(response, cookie(attempt), attempt.browser());
    return attempt;
  }

  private String cookie(Attempt<R> attempt) {
    return cookies + attempt.id().substring(0, NAMED_BY);
  }

  /** The one that a form was sent for, by the browser that it was shown to. */
  public Optional<Attempt<R>> of(HttpServletRequest request) {
    return Optional.ofNullable(open.get(String.valueOf(request.getParameter("attempt"))))
        .filter(attempt -> Cookies.of(request, cookie(attempt)).contains(attempt.browser()));
  }

  /** Ends it; false when it had ended before. */
  public boolean end(Attempt<R> attempt) {
    return open.remove(attempt.id(), attempt);
  }
}
