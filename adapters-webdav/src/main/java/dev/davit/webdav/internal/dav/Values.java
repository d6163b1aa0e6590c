package dev.davit.webdav.internal.dav;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of properties. What can't be read is absent. */
public final class Values {
  private static final int MAX_DIGITS = 19;
  private static final Pattern BARE_ETAG = Pattern.compile("[!#-~]{1,256}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:\\s*;[ -~]*)?");
  private static final int MAX_LENGTH = 512;

  private Values() {}

  /** A number of bytes; the largest that there is stands for unknown. */
  static @Nullable Long bytes(@Nullable String text) {
    if (text == null || !isNumber(text)) {
      return null;
    }
    try {
      long value = Long.parseLong(text);
      return value == Long.MAX_VALUE ? null : (Long) value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }

  /** An entity tag (RFC 9110, 8.8.3); one without quotes gets them. */
  public static @Nullable String etag(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return null;
    }
    if (isTag(text)) {
      return text;
    }
    return BARE_ETAG.matcher(text).matches() ? '"' + text + '"' : null;
  }

  private static boolean isTag(String text) {
    int start = text.startsWith("W/") ? 3 : 1;
    int end = text.length() - 1;
    boolean good = end >= start && text.charAt(start - 1) == '"' && text.charAt(end) == '"';
    for (int i = start; good && i < end; i++) {
      char c = text.charAt(i);
      good = c == '!' || (c >= '#' && c <= '~') || (c >= 0x80 && c <= 0xff);
    }
    return good;
  }

  /** A media type with its parameters. */
  public static @Nullable String contentType(@Nullable String text) {
    return text != null && text.length() <= MAX_LENGTH && MEDIA_TYPE.matcher(text).matches()
        ? text
        : null;
  }
}
