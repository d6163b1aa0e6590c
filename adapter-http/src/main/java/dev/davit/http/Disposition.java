package dev.davit.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The header {@code Content-Disposition} of a download (RFC 6266, RFC 8187): always an attachment,
 * its name twice, in plain ASCII and percent-encoded.
 */
final class Disposition {
  private static final String ATTR_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  private Disposition() {}

  static String attachment(String name) {
    return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String ascii(String name) {
    return name.replaceAll("[^ -~]|[\"\\\\%/]", "_");
  }

  private static String encoded(String name) {
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (ATTR_CHARS.indexOf((char) b) >= 0) {
        out.append((char) b);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
      }
    }
    return out.toString();
  }
}
