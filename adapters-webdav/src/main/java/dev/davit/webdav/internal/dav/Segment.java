package dev.davit.webdav.internal.dav;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One segment of a path in its one spelling. It never leads upwards, however often and by whatever
 * rules a server decodes it: no part of it between slashes and backslashes is a dot or two, and it
 * has no NUL, at which some servers stop reading.
 */
final class Segment {
  private static final int DECODINGS = 3;
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  private Segment() {}

  /** The segment of these bytes; empty if it is not safe, or is empty. */
  static Optional<String> of(byte[] bytes) {
    return isSafe(bytes) ? Optional.of(Percent.encode(bytes)) : Optional.empty();
  }

  private static boolean isSafe(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int times = 1; times < DECODINGS && text.indexOf('%') >= 0; times++) {
      if (!isSafe(text)) {
        return false;
      }
      text = new String(Percent.decode(text), StandardCharsets.ISO_8859_1);
    }
    return isSafe(text);
  }

  private static boolean isSafe(String text) {
    return !text.isEmpty()
        && text.indexOf('\0') < 0
        && (isWhole(text)
            ? !isUpwards(text)
            : SEPARATOR.splitAsStream(text).noneMatch(Segment::isUpwards));
  }

  private static boolean isWhole(String text) {
    return text.indexOf('/') < 0 && text.indexOf('\\') < 0;
  }

  private static boolean isUpwards(String part) {
    return part.equals(".") || part.equals("..");
  }
}
