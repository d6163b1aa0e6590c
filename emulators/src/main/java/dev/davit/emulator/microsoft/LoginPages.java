package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import dev.davit.emulator.oauth.Attempt;
import dev.davit.emulator.oauth.ConsentPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What users see: plain forms, without a script. */
final class LoginPages {
  static final String ACCOUNT = "/common/login";
  static final String CONSENT = "/common/Consent/Set";

  private static final String SITE = "Microsoft";
  private static final String CANCEL = "<p>" + ConsentPage.answer("cancel", "Cancel") + "</p>";

  private LoginPages() {}

  /** One button for each account. */
  static void accounts(
      HttpServletResponse response,
      Attempt<AuthorizeRequest> attempt,
      List<MicrosoftAccount> accounts)
      throws IOException {
    String buttons =
        accounts.stream()
            .map(one -> ConsentPage.account(one.oid(), one.name(), one.email()))
            .collect(Collectors.joining());
    String form = ConsentPage.form(ACCOUNT, attempt, buttons + CANCEL);
    ConsentPage.send(response, SITE, "Pick an account", form);
  }

  /** All or nothing: there are no boxes (permissions-consent-overview, "Consent"). */
  static void consent(
      HttpServletResponse response, Attempt<AuthorizeRequest> attempt, MicrosoftAccount account)
      throws IOException {
    String inside =
        Html.hidden("account", account.oid())
            + "<p>This application is not published by Microsoft.</p>\n<p>This app would like to:"
            + ("</p>\n<ul>\n" + permissions(attempt.request().asked()) + "</ul>\n<p>")
            + ConsentPage.answer("cancel", "Cancel")
            + (ConsentPage.answer("accept", "Accept") + "</p>");
    String who = "<p>" + ConsentPage.strong(account.email()) + "</p>\n";
    String what = "<p>" + ConsentPage.strong(attempt.request().client().id()) + "</p>\n";
    ConsentPage.send(
        response,
        SITE,
        account.isPersonal() ? "Let this app access your info?" : "Permissions requested",
        who + what + ConsentPage.form(CONSENT, attempt, inside));
  }

  private static String permissions(Asked asked) {
    return asked.names().stream()
        .map(name -> "<li class=\"permission\">" + Xml.escape(name) + "</li>\n")
        .collect(Collectors.joining());
  }

  /** The user may not consent; all they can do is go back (AADSTS90094). */
  static void needsAdmin(
      HttpServletResponse response, Attempt<AuthorizeRequest> attempt, MicrosoftAccount account)
      throws IOException {
    String inside =
        Html.hidden("account", account.oid())
            + ConsentPage.marked("error", "AADSTS90094")
            + ConsentPage.marked(
                "description",
                attempt.request().client().id()
                    + " needs permission to access resources in your organization that only an"
                    + " admin can grant.")
            + ConsentPage.answer("cancel", "Return to the application without granting consent");
    ConsentPage.send(
        response, SITE, "Need admin approval", ConsentPage.form(CONSENT, attempt, inside));
  }

  /** What the vendor shows in place of sending the browser back. */
  static void error(HttpServletResponse response, int status, StsError error) throws IOException {
    response.setStatus(status);
    ConsentPage.send(
        response,
        SITE,
        "Sorry, but we’re having trouble signing you in.",
        ConsentPage.marked("error", "AADSTS" + error.what().number())
            + ConsentPage.marked("description", error.words()));
  }
}
