package dev.davit.http;

import dev.davit.ports.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookies by which a pending connect is bound to the browser that began it: one for each, so
 * that a second tab does not end the first, and no more than a few.
 */
final class OAuthCookies {
  /** How many a browser keeps; who begins more has given up the oldest. */
  static final int MOST = 8;

  private static final Pattern FLOW = Pattern.compile("[A-Za-z0-9]{1,64}");

  private final boolean secure;
  private final String prefix;

  /**
   * Cookies for this kind of server.
   *
   * @param secure as {@link SessionCookie} has it
   */
  OAuthCookies(boolean secure) {
    this.secure = secure;
    this.prefix = secure ? "__Host-davit-oauth-" : "davit-oauth-";
  }

  /** What the browser holds for a flow; null if nothing, or if two claim to be it. */
  @Nullable Secret read(HttpServletRequest request, String flow) {
    List<Cookie> found =
        cookies(request).stream().filter(c -> c.getName().equals(prefix + flow)).toList();
    return found.size() == 1 ? new Secret(found.get(0).getValue()) : null;
  }

  /** Binds a flow to the browser that is answered now, and gives up the oldest ones. */
  void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String flow,
      Secret binding,
      Duration lifetime) {
    List<String> flows = flows(request);
    flows.stream().limit(Math.max(0, flows.size() - MOST + 1)).forEach(f -> clear(response, f));
    write(response, flow, binding.reveal(), lifetime.toSeconds());
  }

  /** Ends the cookie of a flow. */
  void clear(HttpServletResponse response, String flow) {
    write(response, flow, "", 0);
  }

  /** Ends all of them: whoever comes after in this browser finishes nothing of who went. */
  void clearAll(HttpServletRequest request, HttpServletResponse response) {
    flows(request).forEach(flow -> clear(response, flow));
  }

  /** The flows that the browser has cookies of; oldest first, as browsers send them (RFC 6265). */
  private List<String> flows(HttpServletRequest request) {
    return cookies(request).stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(flow -> FLOW.matcher(flow).matches())
        .distinct()
        .toList();
  }

  private static List<Cookie> cookies(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null ? List.of() : Arrays.asList(cookies);
  }

  private void write(HttpServletResponse response, String flow, String value, long maxAge) {
    SetCookie.add(response, secure, prefix + flow, value, maxAge);
  }
}
