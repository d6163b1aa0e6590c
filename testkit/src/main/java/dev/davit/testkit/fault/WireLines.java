package dev.davit.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a message in HTTP/1.1 (RFC 9112, 2.2): each ends in CR and LF, or is refused. */
final class WireLines {
  private static final int LONGEST = 32 * 1024;

  private WireLines() {}

  /** The next line without its end. */
  static String read(InputStream in) throws IOException {
    String line = readOrEnd(in);
    if (line == null) {
      throw new EOFException("the message broke off");
    }
    return line;
  }

  /** The next line without its end; null if there is nothing more. */
  static @Nullable String readOrEnd(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.size() == 0) {
        return null;
      }
      if (next < 0 || line.size() == LONGEST) {
        throw new IOException("a line without an end");
      }
      line.write(next);
    }
    return withoutReturn(line.toString(StandardCharsets.ISO_8859_1));
  }

  private static String withoutReturn(String line) throws IOException {
    if (!line.endsWith("\r") || line.indexOf('\r') < line.length() - 1) {
      throw new IOException("a line that does not end in CR and LF");
    }
    return line.substring(0, line.length() - 1);
  }
}
