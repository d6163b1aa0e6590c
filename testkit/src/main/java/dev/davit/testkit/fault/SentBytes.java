package dev.davit.testkit.fault;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an upload that were sent.
 *
 * @param start the first one's position
 * @param end the position after the last one
 * @param status what was answered; 0 if nothing was
 */
public record SentBytes(long start, long end, int status) {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  /** Reads a {@code Content-Range}; nothing if it is none of bytes. */
  public static Optional<SentBytes> of(String contentRange, int status) {
    Matcher range = RANGE.matcher(contentRange);
    return range.matches()
        ? Optional.of(
            new SentBytes(
                Long.parseLong(range.group(1)), Long.parseLong(range.group(2)) + 1, status))
        : Optional.empty();
  }
}
