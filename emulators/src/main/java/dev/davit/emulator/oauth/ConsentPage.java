package dev.davit.emulator.oauth;

import dev.davit.emulator.internal.Html;
import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The plain forms that users see: without a script, in nobody's frame. */
public final class ConsentPage {
  private ConsentPage() {}

  /**
   * Answers with a page.
   *
   * @param site the vendor
   * @param body what comes below the heading, as HTML
   */
  public static void send(HttpServletResponse response, String site, String title, String body)
      throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    Html.send(response, site, title, body);
  }

  /**
   * A form that belongs to an attempt.
   *
   * @param action a path of the emulator's
   * @param inside as HTML
   */
  public static String form(String action, Attempt<?> attempt, String inside) {
    return "<form method=\"post\" action=\""
        + (action + "\">\n" + Html.hidden("attempt", attempt.id()) + inside)
        + "</form>";
  }

  /** A button that chooses an account. */
  public static String account(String id, String name, String email) {
    return "<p><button class=\"account\" name=\"account\" value=\""
        + (Xml.escape(id) + "\">" + Xml.escape(name) + " ")
        + (Xml.escape(email) + "</button></p>\n");
  }

  /** A button that answers. */
  public static String answer(String id, String text) {
    return "<button id=\"" + id + "\" name=\"answer\" value=\"" + id + "\">" + text + "</button>\n";
  }

  /** Text that stands out. */
  public static String strong(String text) {
    return "<strong>" + Xml.escape(text) + "</strong>";
  }

  /** A paragraph with a mark for tests. */
  public static String marked(String id, String text) {
    return "<p id=\"" + id + "\">" + Xml.escape(text) + "</p>\n";
  }
}
