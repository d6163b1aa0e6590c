package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Plain pages for people. */
final class Page {
  private Page() {}

  static void send(HttpServletResponse response, String title, String body) throws IOException {
    Html.send(response, "Nextcloud", title, body);
  }

  static void forbidden(HttpServletResponse response, String message) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    send(response, "Access forbidden", "<p id=\"forbidden\">" + Xml.escape(message) + "</p>");
  }

  /** See other, without a body. */
  static void redirect(HttpServletResponse response, String where) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", where);
  }

  static void login(HttpServletRequest request, HttpServletResponse response, String complaint)
      throws IOException {
    String back = request.getParameter("redirect_url");
    send(
        response,
        "Log in to Nextcloud",
        (complaint.isEmpty() ? "" : "<p id=\"complaint\" role=\"alert\">" + complaint + "</p>\n")
            + ("<form method=\"post\" action=\"" + request.getContextPath() + "/login\">\n")
            + Html.hidden("redirect_url", back == null ? "" : back)
            + "<p><label>Account name or email <input name=\"user\" id=\"user\"></label></p>\n"
            + "<p><label>Password <input name=\"password\" id=\"password\" type=\"password\">"
            + "</label></p>\n<p><button id=\"submit\">Log in</button></p></form>");
  }

  static void grant(
      HttpServletRequest request,
      HttpServletResponse response,
      LoginFlow flow,
      Account account,
      String state)
      throws IOException {
    send(
        response,
        "Account access",
        "<p>You are logged in as <strong>"
            + (Xml.escape(account.userId()) + "</strong>.</p>\n<p>You are about to grant <strong>")
            + (Xml.escape(flow.client()) + "</strong> access to your Nextcloud account.</p>\n")
            + button(request, "grant", "Grant access", state)
            + button(request, "deny", "Deny", state));
  }

  private static String button(
      HttpServletRequest request, String what, String label, String state) {
    return "<form method=\"post\" action=\""
        + (request.getContextPath() + "/login/v2/" + what + "\">")
        + Html.hidden("stateToken", state)
        + ("<button id=\"" + what + "\">" + label + "</button></form>\n");
  }
}
