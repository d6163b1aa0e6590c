package dev.davit.testkit.fault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How far the body of a message goes (RFC 9112, 6.3).
 *
 * @param length in bytes; or one of the two other ways to say where it ends
 */
record WireBody(long length) {
  private static final long CHUNKED = -1;
  private static final long TO_THE_END = -2;
  private static final int BUFFER = 16 * 1024;

  static WireBody ofRequest(WireHead head) throws IOException {
    return of(head, 0);
  }

  static WireBody ofAnswer(String method, WireHead head) throws IOException {
    int status = head.status();
    boolean none = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
    return none ? new WireBody(0) : of(head, TO_THE_END);
  }

  private static WireBody of(WireHead head, long otherwise) throws IOException {
    if (head.header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new WireBody(CHUNKED);
    }
    String length = head.header("content-length");
    if (length.isEmpty()) {
      return new WireBody(otherwise);
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw new IOException("a length that is none");
    }
    return new WireBody(Long.parseLong(length));
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Whether it ends when the line is closed. */
  boolean endsTheLine() {
    return length == TO_THE_END;
  }

  /** Hands it on as it comes, unchanged. */
  void copy(InputStream in, OutputStream out) throws IOException {
    if (length == CHUNKED) {
      copyChunks(in, out);
    } else if (length == TO_THE_END) {
      in.transferTo(out);
    } else {
      copy(in, out, length);
    }
    out.flush();
  }

  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = bytes;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException("the body broke off");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private static void copyChunks(InputStream in, OutputStream out) throws IOException {
    for (long size = copySize(in, out); size > 0; size = copySize(in, out)) {
      copy(in, out, size);
      copyLine(in, out);
    }
    String trailer;
    do {
      trailer = copyLine(in, out);
    } while (!trailer.isEmpty());
  }

  private static long copySize(InputStream in, OutputStream out) throws IOException {
    String size = copyLine(in, out).replaceFirst(";.*", "").strip();
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      throw new IOException("a chunk without a size");
    }
    return Long.parseLong(size, 16);
  }

  private static String copyLine(InputStream in, OutputStream out) throws IOException {
    String line = WireLines.read(in);
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return line;
  }
}
