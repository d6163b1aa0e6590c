package dev.davit.emulator.google;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What users see: plain forms, without a script. */
final class AuthPages {
  static final String ACCOUNT = "/o/oauth2/v2/auth/account";
  static final String CONSENT = "/o/oauth2/v2/auth/consent";

  private static final String FORM = "<form method=\"post\" action=\"";

  private AuthPages() {}

  /** One button for each account. */
  static void accounts(HttpServletResponse response, Attempt attempt, List<GoogleAccount> accounts)
      throws IOException {
    String buttons = accounts.stream().map(AuthPages::button).collect(Collectors.joining());
    send(
        response,
        "Choose an account",
        "<p>to continue to "
            + (strong(attempt.request().client().id()) + "</p>\n")
            + (FORM + ACCOUNT + "\">\n" + Html.hidden("attempt", attempt.id()) + buttons)
            + "</form>");
  }

  private static String button(GoogleAccount account) {
    return "<p><button class=\"account\" name=\"account\" value=\""
        + (account.sub() + "\">" + Xml.escape(account.name()) + " ")
        + (Xml.escape(account.email()) + "</button></p>\n");
  }

  /**
   * A box for each scope that is more than who one is, ticked at first
   * (developers.google.com/identity/protocols/oauth2/resources/granular-permissions; the real one
   * has no box where there is but one such scope).
   */
  static void consent(HttpServletResponse response, Attempt attempt, GoogleAccount account)
      throws IOException {
    AuthorizationRequest request = attempt.request();
    String boxes =
        request.scopes().stream()
            .filter(scope -> !Scopes.SIGN_IN.contains(scope))
            .map(AuthPages::box)
            .collect(Collectors.joining());
    send(
        response,
        request.client().id() + " wants access to your Google Account",
        "<p>"
            + (strong(account.email()) + "</p>\n" + FORM + CONSENT + "\">\n")
            + (Html.hidden("attempt", attempt.id()) + Html.hidden("account", account.sub()))
            + ("<p>Select what it can access:</p>\n" + boxes)
            + "<p><button id=\"cancel\" name=\"answer\" value=\"cancel\">Cancel</button>\n"
            + "<button id=\"allow\" name=\"answer\" value=\"allow\">Allow</button></p></form>");
  }

  private static String box(String scope) {
    return "<p><label><input type=\"checkbox\" name=\"scope\" checked value=\""
        + (Xml.escape(scope) + "\"> " + Xml.escape(scope) + "</label></p>\n");
  }

  /** What the vendor shows in place of sending the browser back. */
  static void error(HttpServletResponse response, OAuthError error) throws IOException {
    response.setStatus(error.status());
    send(
        response,
        "Access blocked: Authorization Error",
        "<p id=\"description\">"
            + (Xml.escape(error.description()) + "</p>\n<p id=\"error\">Error ")
            + (error.status() + ": " + error.error() + "</p>"));
  }

  private static void send(HttpServletResponse response, String title, String body)
      throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    Html.send(response, "Google", title, body);
  }

  private static String strong(String text) {
    return "<strong>" + Xml.escape(text) + "</strong>";
  }
}
