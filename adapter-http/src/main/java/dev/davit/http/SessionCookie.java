package dev.davit.http;

import dev.davit.ports.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page's session cookie: out of reach of scripts and of other sites' forms. */
final class SessionCookie {
  private final boolean secure;
  private final String name;

  /**
   * A cookie for this kind of server.
   *
   * @param secure whether browsers come by https; if not, it is loopback, where the {@code __Host-}
   *     prefix can't be had
   */
  SessionCookie(boolean secure) {
    this.secure = secure;
    this.name = secure ? "__Host-davit" : "davit";
  }

  /** What the browser holds; null if nothing, or if two claim to be it. */
  @Nullable Secret read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    List<String> values = new ArrayList<>();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          values.add(cookie.getValue());
        }
      }
    }
    return values.size() == 1 ? new Secret(values.get(0)) : null;
  }

  void set(HttpServletResponse response, Secret token, Duration lifetime) {
    write(response, token.reveal(), lifetime.toSeconds());
  }

  void clear(HttpServletResponse response) {
    write(response, "", 0);
  }

  private void write(HttpServletResponse response, String value, long maxAge) {
    SetCookie.add(response, secure, name, value, maxAge);
  }
}
