package dev.davit.emulator.google;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import dev.davit.emulator.oauth.Attempt;
import dev.davit.emulator.oauth.ConsentPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What users see: plain forms, without a script. */
final class AuthPages {
  static final String ACCOUNT = "/o/oauth2/v2/auth/account";
  static final String CONSENT = "/o/oauth2/v2/auth/consent";

  private AuthPages() {}

  /** One button for each account. */
  static void accounts(
      HttpServletResponse response,
      Attempt<AuthorizationRequest> attempt,
      List<GoogleAccount> accounts)
      throws IOException {
    String buttons = accounts.stream().map(AuthPages::button).collect(Collectors.joining());
    send(
        response,
        "Choose an account",
        "<p>to continue to "
            + (ConsentPage.strong(attempt.request().client().id()) + "</p>\n")
            + ConsentPage.form(ACCOUNT, attempt, buttons));
  }

  private static String button(GoogleAccount account) {
    return ConsentPage.account(account.sub(), account.name(), account.email());
  }

  /**
   * A box for each scope that is more than who one is, ticked at first
   * (developers.google.com/identity/protocols/oauth2/resources/granular-permissions; the real one
   * has no box where there is but one such scope).
   */
  static void consent(
      HttpServletResponse response, Attempt<AuthorizationRequest> attempt, GoogleAccount account)
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
            + (ConsentPage.strong(account.email()) + "</p>\n")
            + ConsentPage.form(CONSENT, attempt, questions(account, boxes)));
  }

  private static String questions(GoogleAccount account, String boxes) {
    return Html.hidden("account", account.sub())
        + ("<p>Select what it can access:</p>\n" + boxes + "<p>")
        + ConsentPage.answer("cancel", "Cancel")
        + (ConsentPage.answer("allow", "Allow") + "</p>");
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
        ConsentPage.marked("description", error.description())
            + ConsentPage.marked("error", "Error " + error.status() + ": " + error.error()));
  }

  private static void send(HttpServletResponse response, String title, String body)
      throws IOException {
    ConsentPage.send(response, "Google", title, body);
  }
}
