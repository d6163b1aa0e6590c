package dev.davit.emulator.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Plain pages for people, without a script. */
public final class Html {
  private Html() {}

  /**
   * Answers with a page that nobody keeps.
   *
   * @param site the vendor, for the window's title
   * @param body what comes below the heading, as HTML
   */
  public static void send(HttpServletResponse response, String site, String title, String body)
      throws IOException {
    response.setContentType("text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    String page =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + (Xml.escape(title) + " – " + site + " (emulated)</title></head>\n<body><main><h1>")
            + (Xml.escape(title) + "</h1>\n" + body + "\n</main></body></html>\n");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  /** A field that nobody sees. */
  public static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Xml.escape(value) + "\">\n";
  }
}
