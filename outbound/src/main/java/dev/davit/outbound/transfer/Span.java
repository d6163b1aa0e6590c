package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file.
 *
 * @param first the first byte's position
 * @param last the last byte's; null for the end of the file
 * @param size of the whole file, where known
 */
public record Span(long first, @Nullable Long last, @Nullable Long size) {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /** The bytes of a range that counts from the start. */
  public static Span of(ByteRange range) {
    if (range instanceof ByteRange.From from) {
      return new Span(from.first(), null, null);
    }
    ByteRange.Between between = (ByteRange.Between) range;
    boolean toTheEnd = between.last() == Long.MAX_VALUE;
    return new Span(between.first(), toTheEnd ? null : (Long) between.last(), null);
  }

  /**
   * The bytes of a range of a file of a known size.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if none lies in it
   */
  public static Span of(ByteRange range, long size) {
    Span span =
        range instanceof ByteRange.Last last
            ? new Span(Math.max(0, size - last.length()), null, null)
            : of(range);
    if (span.first() >= size) {
      throw outside();
    }
    return span;
  }

  /** What is said of a range in which no byte lies. */
  public static CloudException outside() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "No byte of the file lies in this range.");
  }

  /**
   * What a 206 says that it holds (RFC 9110, 14.4); null if that makes no sense.
   *
   * @param contentRange its {@code Content-Range}
   * @param length the announced length of its body; null if there is none
   */
  public static @Nullable Span sent(@Nullable String contentRange, @Nullable Long length) {
    Matcher matcher = CONTENT_RANGE.matcher(contentRange == null ? "" : contentRange.strip());
    if (!matcher.matches()) {
      return null;
    }
    long first = Long.parseLong(matcher.group(1));
    long last = Long.parseLong(matcher.group(2));
    Long size = matcher.group(3).equals("*") ? null : (Long) Long.parseLong(matcher.group(3));
    boolean sane =
        first <= last
            && (size == null || last < size)
            && (length == null || length == last - first + 1);
    return sane ? new Span(first, last, size) : null;
  }

  /** As a {@code Range} header has it. */
  public String header() {
    return "bytes=" + first + "-" + (last == null ? "" : last);
  }

  /** Whether an answer with these bytes is one to a request for those, perhaps cut by the end. */
  public boolean answers(Span wanted) {
    Long asked = wanted.last();
    return first == wanted.first() && last != null && (asked == null || last <= asked);
  }

  /** This, cut by the end of a file of that size. */
  public Span within(@Nullable Long fileSize) {
    if (fileSize == null) {
      return this;
    }
    long end = fileSize - 1;
    return new Span(first, last == null ? end : Math.min(last, end), fileSize);
  }

  /**
   * A whole file's bytes from the first of these on.
   *
   * @param fileSize of the whole file, where known
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if it has no such byte
   */
  public InputStream from(InputStream whole, @Nullable Long fileSize) throws IOException {
    if (fileSize != null && first >= fileSize) {
      throw outside();
    }
    PushbackInputStream body = new PushbackInputStream(whole);
    try {
      body.skipNBytes(first);
    } catch (EOFException e) {
      throw outside();
    }
    int next = body.read();
    if (next < 0) {
      throw outside();
    }
    body.unread(next);
    return body;
  }

  /** How many bytes it has; null where that is not known. */
  public @Nullable Long length() {
    return last == null ? null : (Long) (last - first + 1);
  }
}
