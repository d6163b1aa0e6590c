package dev.davit.emulator.files;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that is asked for (RFC 9110, 14.1.2).
 *
 * @param last inclusive
 */
public record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads {@code Range}; empty where there is none that can be read.
   *
   * @param refusal when nothing of it is there, as always of an empty file
   */
  public static Optional<ByteRange> of(
      @Nullable String header, long size, Supplier<? extends RuntimeException> refusal) {
    Matcher form = FORM.matcher(String.valueOf(header).trim());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    ByteRange range = of(form.group(1), form.group(2), size);
    if (range.first() >= size || range.last() < range.first()) {
      throw refusal.get();
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

  /** How many bytes. */
  public long length() {
    return last - first + 1;
  }

  /** As {@code Content-Range} says it. */
  public String of(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
