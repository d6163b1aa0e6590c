package dev.davit.emulator.google.drive;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PUT to an upload session brings (guides/manage-uploads, "Upload content").
 *
 * @param first byte; -1 when only the state is asked for
 * @param last byte, inclusive; {@link Long#MAX_VALUE} when it is the rest, of unknown length
 * @param total -1 while it is not known
 */
record Chunk(long first, long last, long total) {
  /** Every chunk but the last is a multiple of this (guides/manage-uploads). */
  static final int UNIT = 256 << 10;

  private static final Pattern FORM =
      Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)");

  /**
   * Reads {@code Content-Range}; without it the body is all that there is.
   *
   * @throws PlainError 400 where it does not fit together
   */
  static Chunk of(HttpServletRequest request) {
    String header = request.getHeader("Content-Range");
    long length = request.getContentLengthLong();
    boolean packed = request.getHeader("Content-Encoding") != null;
    if (header == null) {
      return !packed && length >= 0
          ? new Chunk(0, length - 1, length)
          : new Chunk(0, Long.MAX_VALUE, -1);
    }
    Chunk chunk = of(header);
    if (!packed && length >= 0 && length != chunk.length()) {
      throw unreadable();
    }
    return chunk;
  }

  private static Chunk of(String header) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw unreadable();
    }
    long total = form.group(3).equals("*") ? -1 : Long.parseLong(form.group(3));
    if (form.group(1) == null) {
      return new Chunk(-1, -1, total);
    }
    Chunk chunk = new Chunk(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), total);
    chunk.check();
    return chunk;
  }

  private void check() {
    if (last < first || (total >= 0 && last >= total)) {
      throw unreadable();
    }
    if (last + 1 != total && length() % UNIT != 0) {
      throw new PlainError(
          400,
          "Invalid request. The number of bytes uploaded is required to be equal or greater than"
              + " 262144, except for the final request (it's recommended to be the exact multiple"
              + " of 262144).");
    }
  }

  private static PlainError unreadable() {
    return new PlainError(400, "Failed to parse Content-Range header.");
  }

  boolean isQuestion() {
    return first < 0;
  }

  long length() {
    return isQuestion() ? 0 : last == Long.MAX_VALUE ? last : last - first + 1;
  }
}
