package dev.davit.webdav.internal.dav;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of properties. What can't be read is absent. */
public final class Values {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[!#-~\\u0080-\\u00ff]*\"");
  private static final Pattern BARE_ETAG = Pattern.compile("[!#-~]{1,256}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:\\s*;[ -~]*)?");
  private static final int MAX_LENGTH = 512;

  private Values() {}

  /** A number of bytes; the largest that there is stands for unknown. */
  static @Nullable Long bytes(@Nullable String text) {
    if (text == null || !NUMBER.matcher(text).matches()) {
      return null;
    }
    try {
      long value = Long.parseLong(text);
      return value == Long.MAX_VALUE ? null : (Long) value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** An entity tag (RFC 9110, 8.8.3); one without quotes gets them. */
  public static @Nullable String etag(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return null;
    }
    if (ETAG.matcher(text).matches()) {
      return text;
    }
    return BARE_ETAG.matcher(text).matches() ? '"' + text + '"' : null;
  }

  /** A media type with its parameters. */
  public static @Nullable String contentType(@Nullable String text) {
    return text != null && text.length() <= MAX_LENGTH && MEDIA_TYPE.matcher(text).matches()
        ? text
        : null;
  }
}
