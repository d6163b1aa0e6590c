package dev.davit.emulator.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a browser goes back to. */
public final class ReturnAddress {
  private static final String HERE =
      "http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d{1,5})?/[^#]*";

  private ReturnAddress() {}

  /** Whether it is a plain-http address of this machine. */
  public static boolean isHere(String uri) {
    return uri.matches(HERE);
  }

  /**
   * Sends the browser there, with these parameters.
   *
   * @param where {@code ?} for the query, {@code #} for the fragment
   */
  public static void send(
      String uri, char where, Map<String, String> parameters, HttpServletResponse response) {
    String query =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Location", uri + (uri.indexOf(where) >= 0 ? '&' : where) + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
