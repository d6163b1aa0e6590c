package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths of addresses, always in their raw, encoded form. */
final class PathGrammar {
  static final int MAX_PATH = 8192;

  private static final String UNENCODED = "A-Za-z0-9._~!$&'()*+,;=:@/-";
  private static final Pattern PATH =
      Pattern.compile("/(?:[" + UNENCODED + "]++|%[0-9A-Fa-f]{2})*+");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern LITERAL = Pattern.compile("[" + UNENCODED + "]");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PathGrammar() {}

  static boolean isPath(String text) {
    return text.length() <= MAX_PATH && PATH.matcher(text).matches() && !hasDotSegment(text);
  }

  private static boolean hasDotSegment(String path) {
    return List.of(path.split("/", -1)).stream()
        .map(segment -> segment.toLowerCase(Locale.ROOT).replace("%2e", "."))
        .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  /**
   * The path that a server meant: what it forgot to encode (blanks, letters beyond ASCII, a bare
   * {@code %}) is encoded, the rest stays as it is.
   */
  static String repair(String text) {
    StringBuilder path = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); ) {
      int end = at + unitLength(text, at);
      String unit = text.substring(at, end);
      boolean good = unit.length() == 3 || LITERAL.matcher(unit).matches();
      path.append(good ? unit : encode(unit));
      at = end;
    }
    return path.toString();
  }

  private static int unitLength(String text, int at) {
    if (ENCODED.matcher(text).region(at, text.length()).lookingAt()) {
      return 3;
    }
    return Character.charCount(text.codePointAt(at));
  }

  private static String encode(String unit) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : unit.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(HEX.toHexDigits(b));
    }
    return encoded.toString();
  }

  /** A reference resolved against the path in whose answer it stood (RFC 3986, 5.2.3 and 5.2.4). */
  static String resolve(String base, String reference) {
    return reference.startsWith("/")
        ? withoutDots(reference)
        : withoutDots(base.substring(0, base.lastIndexOf('/') + 1) + reference);
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals("..");
      if (dots && kept.pollLast() == null) {
        throw Refusal.of(Reason.ORIGIN);
      }
      if (!dots && !segments[i].equals(".")) {
        kept.addLast(segments[i]);
      } else if (i == segments.length - 1) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
