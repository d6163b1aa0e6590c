package dev.davit.drive.internal.upload;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types as they may be told to a Drive. */
final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";

  /** What Google has in documents of its own: whatever is given such a type is converted. */
  private static final String GOOGLE = "application/vnd.google-apps.";

  private static final Pattern READABLE =
      Pattern.compile("[!#$&^_.+\\w-]{1,127}/[!#$&^_.+\\w-]{1,127}(?:;[ -~]{0,200})?");

  private MediaTypes() {}

  /** The type, where it is one that bytes can have; else null, so that Google finds out. */
  static @Nullable String ofBytes(@Nullable String contentType) {
    return contentType == null
            || !READABLE.matcher(contentType).matches()
            || contentType.toLowerCase(Locale.ROOT).startsWith(GOOGLE)
            || contentType.startsWith(UNKNOWN)
        ? null
        : contentType;
  }
}
