package dev.davit.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, 8.8.3), and the conditions that name them. */
final class Etags {
  private static final Pattern ONE = Pattern.compile("(?:W/)?\"[!#-~]{0,500}\"");

  private Etags() {}

  /** The tag, if it can stand in a header as it is. */
  static @Nullable String clean(@Nullable String etag) {
    return etag != null && ONE.matcher(etag).matches() ? etag : null;
  }

  /** Whether {@code If-None-Match} names this tag; weak comparison. */
  static boolean matches(@Nullable String header, @Nullable String etag) {
    if (header == null || etag == null) {
      return false;
    }
    return header.strip().equals("*")
        || ONE.matcher(header).results().anyMatch(m -> opaque(m.group()).equals(opaque(etag)));
  }

  /** Whether {@code If-Range} lets a range be answered; strong comparison, no dates. */
  static boolean unchanged(@Nullable String header, @Nullable String etag) {
    return header == null || (header.startsWith("\"") && header.equals(etag));
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
