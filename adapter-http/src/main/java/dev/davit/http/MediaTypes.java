package dev.davit.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types as clients and providers claim them. */
final class MediaTypes {
  static final String BYTES = "application/octet-stream";
  private static final Pattern PLAIN =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  private MediaTypes() {}

  /** The type without its parameters; null if there is none or it is malformed. */
  static @Nullable String clean(@Nullable String claimed) {
    if (claimed == null) {
      return null;
    }
    int end = claimed.indexOf(';');
    String plain = (end < 0 ? claimed : claimed.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return PLAIN.matcher(plain).matches() ? plain : null;
  }

  static boolean isForm(@Nullable String claimed) {
    return "multipart/form-data".equals(clean(claimed));
  }
}
