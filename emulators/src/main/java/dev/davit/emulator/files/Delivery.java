package dev.davit.emulator.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;

/** Answers with content, or with a part of it (RFC 9110, 14 and 15.3.7). */
public final class Delivery {
  private static final int PARTIAL = 206;
  private static final int BUFFER = 1 << 16;

  private Delivery() {}

  /** Sends it all, or a range that is there. */
  public static void send(
      HttpServletResponse response, Content content, String type, Optional<ByteRange> range)
      throws IOException {
    ByteRange part = range.orElse(new ByteRange(0, content.size() - 1));
    response.setStatus(range.isPresent() ? PARTIAL : HttpServletResponse.SC_OK);
    range.ifPresent(it -> response.setHeader("Content-Range", it.of(content.size())));
    response.setHeader("Accept-Ranges", "bytes");
    response.setContentType(type);
    response.setContentLengthLong(part.length());
    copy(content, part, response.getOutputStream());
  }

  private static void copy(Content content, ByteRange part, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(content.file())) {
      in.skipNBytes(part.first());
      long left = part.length();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
