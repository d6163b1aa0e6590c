package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser's session: which login it is at, and who is logged in. */
final class Browser {
  /** All of them, by their cookie. */
  static final class All {
    private static final String COOKIE = "nc_session_id";

    private final Map<String, Browser> sessions = new ConcurrentHashMap<>();

    /** The browser's session; a new one, with a cookie, when it has none. */
    Browser of(HttpServletRequest request, HttpServletResponse response) {
      return known(request).orElseGet(() -> fresh(response));
    }

    private Optional<Browser> known(HttpServletRequest request) {
      return Optional.ofNullable(request.getCookies()).stream()
          .flatMap(cookies -> cookiesOf(cookies))
          .map(cookie -> sessions.get(cookie.getValue()))
          .filter(Objects::nonNull)
          .findFirst();
    }

    private static Stream<Cookie> cookiesOf(Cookie[] cookies) {
      return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE));
    }

    private Browser fresh(HttpServletResponse response) {
      String id = Tokens.flow();
      Cookie cookie = new Cookie(COOKIE, id);
      cookie.setHttpOnly(true);
      cookie.setPath("/");
      response.addCookie(cookie);
      Browser browser = new Browser();
      sessions.put(id, browser);
      return browser;
    }
  }

  private volatile String loginToken = "";
  private volatile String stateToken = "";
  private volatile @Nullable Account account;

  private Browser() {}

  /** Remembers which login it opened. */
  void opened(String newLoginToken) {
    loginToken = newLoginToken;
  }

  String loginToken() {
    return loginToken;
  }

  /** A fresh word that the next step must bring. */
  String newState() {
    stateToken = Tokens.flow();
    return stateToken;
  }

  boolean isState(@Nullable String word) {
    return !stateToken.isEmpty() && stateToken.equals(word);
  }

  void loggedIn(Account who) {
    account = who;
  }

  @Nullable Account account() {
    return account;
  }

  /** The login is over; whoever is logged in stays so. */
  void done() {
    loginToken = "";
    stateToken = "";
  }
}
