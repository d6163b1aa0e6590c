package dev.davit.emulator.google.drive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that is asked for (RFC 9110, 14.1.2).
 *
 * @param last inclusive
 */
record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads {@code Range}; empty where there is none that can be read.
   *
   * @throws DriveError 416 when nothing of it is there, as always of an empty file
   */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher form = FORM.matcher(String.valueOf(header).trim());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    ByteRange range = of(form.group(1), form.group(2), size);
    if (range.first() >= size || range.last() < range.first()) {
      throw DriveError.of(416, "requestedRangeNotSatisfiable", "Request range not satisfiable")
          .atHeader("Range");
    }
    return Optional.of(range);
  }

  private static ByteRange of(String first, String last, long size) {
    if (first.isEmpty()) {
      return new ByteRange(Math.max(0, size - Long.parseLong(last)), size - 1);
    }
    long end = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    return new ByteRange(Long.parseLong(first), end);
  }

  long length() {
    return last - first + 1;
  }

  /** As {@code Content-Range} says it. */
  String of(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
