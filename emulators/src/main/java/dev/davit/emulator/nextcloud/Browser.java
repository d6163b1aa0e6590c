package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
      return Cookies.of(request, COOKIE).stream()
          .map(sessions::get)
          .filter(Objects::nonNull)
          .findFirst();
    }

    private Browser fresh(HttpServletResponse response) {
      String id = Tokens.flow();
      Cookies.give(response, COOKIE, id);
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
