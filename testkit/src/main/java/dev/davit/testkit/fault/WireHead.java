package dev.davit.testkit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message in HTTP/1.1 (RFC 9112, 2.1).
 *
 * @param start the first line
 * @param headers by their names in lower case; values of one name are joined by commas
 * @param raw all of it as it came, the empty line included
 */
record WireHead(String start, Map<String, String> headers, String raw) {
  private static final String END = "\r\n";

  WireHead {
    headers = Map.copyOf(headers);
  }

  /** The next head; null if the line was closed before it. */
  static @Nullable WireHead read(InputStream in) throws IOException {
    String start = WireLines.readOrEnd(in);
    if (start == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    StringBuilder raw = new StringBuilder(start).append(END);
    for (String line = WireLines.read(in); !line.isEmpty(); line = WireLines.read(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("a header without a name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
      raw.append(line).append(END);
    }
    return new WireHead(start, headers, raw.append(END).toString());
  }

  /** A word of the first line, counted from 0. */
  String word(int number) throws IOException {
    String[] words = start.split(" ", 3);
    if (words.length < 2) {
      throw new IOException("not the first line of a message");
    }
    return words[number];
  }

  /** The status of an answer. */
  int status() throws IOException {
    try {
      return Integer.parseInt(word(1));
    } catch (NumberFormatException e) {
      throw new IOException("an answer without a status", e);
    }
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Whether the line is to be closed after this message. */
  boolean isLast() {
    return header("connection").toLowerCase(Locale.ROOT).contains("close");
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
