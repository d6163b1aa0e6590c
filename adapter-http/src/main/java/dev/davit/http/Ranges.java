package dev.davit.http;

import dev.davit.ports.storage.ByteRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Range} (RFC 9110, 14.2): one range of bytes; whatever else is ignored. */
final class Ranges {
  private static final Pattern ONE =
      Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

  private Ranges() {}

  static @Nullable ByteRange parse(@Nullable String header) {
    Matcher one = ONE.matcher(header == null ? "" : header.strip());
    if (!one.matches()) {
      return null;
    }
    String first = one.group(1);
    String last = one.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? null : suffix(Long.parseLong(last));
    }
    return last.isEmpty()
        ? new ByteRange.From(Long.parseLong(first))
        : between(Long.parseLong(first), Long.parseLong(last));
  }

  /** The last no bytes of a file are none that could be answered. */
  private static ByteRange suffix(long length) {
    return length == 0 ? new ByteRange.From(Long.MAX_VALUE) : new ByteRange.Last(length);
  }

  private static @Nullable ByteRange between(long first, long last) {
    return last < first ? null : new ByteRange.Between(first, last);
  }

  /** Whether a file of this size has a byte in the range. */
  static boolean satisfiable(ByteRange range, long size) {
    if (range instanceof ByteRange.From from) {
      return from.first() < size;
    }
    if (range instanceof ByteRange.Between between) {
      return between.first() < size;
    }
    return size > 0;
  }
}
