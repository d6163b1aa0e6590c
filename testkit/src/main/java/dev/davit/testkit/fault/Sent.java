package dev.davit.testkit.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request on a {@link RewritingLine}.
 *
 * @param method such as {@code GET}
 * @param path with the query, as it was sent
 * @param headers by name in any case; its length is reckoned anew
 * @param body empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sent(String method, String path, Map<String, String> headers, byte[] body) {
  private static final Pattern FIRST_PIECE = Pattern.compile("bytes 0-(\\d+)/(.+)");

  /** A header; empty if it has none of that name. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Its body, a character for each byte. */
  public String text() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  boolean isSame(Sent other) {
    return method.equals(other.method)
        && path.equals(other.path)
        && headers.equals(other.headers)
        && Arrays.equals(body, other.body);
  }

  /** The same with another method. */
  public Sent as(String other) {
    return new Sent(other, path, headers, body);
  }

  /** The same to another path. */
  public Sent to(String other) {
    return new Sent(method, other, headers, body);
  }

  /** The same with a header; an empty value stays one. */
  public Sent with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Sent(method, path, more, body);
  }

  /** The same with another body. */
  public Sent saying(String other) {
    return new Sent(method, path, headers, other.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Of the first piece of an upload (RFC 9110, 14.4) a byte less; anything else as it is. */
  public Sent shortened() {
    Matcher range = FIRST_PIECE.matcher(header("Content-Range"));
    if (!range.matches()) {
      return this;
    }
    long last = Long.parseLong(range.group(1)) - 1;
    return saying(text().substring(1))
        .with("Content-Range", "bytes 0-" + last + "/" + range.group(2));
  }
}
