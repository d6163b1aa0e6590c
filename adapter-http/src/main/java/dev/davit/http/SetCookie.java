package dev.davit.http;

import jakarta.servlet.http.HttpServletResponse;

/** The line that sets a cookie: for all of this origin, out of reach of scripts (RFC 6265bis). */
final class SetCookie {
  private SetCookie() {}

  /**
   * Adds the line to an answer.
   *
   * @param secure whether browsers send the cookie by https only
   * @param maxAge seconds; 0 ends the cookie
   */
  static void add(
      HttpServletResponse response, boolean secure, String name, String value, long maxAge) {
    response.addHeader(
        "Set-Cookie",
        name
            + "="
            + value
            + "; Path=/; Max-Age="
            + maxAge
            + "; HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : ""));
  }
}
