package dev.davit.webdav;

import dev.davit.webdav.ScriptedServer.Out;
import dev.davit.webdav.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Answers that are meant to fill a heap. */
final class Pours {
  private static final int MIB = 1024 * 1024;

  /** More than any cap of those tests, so that an answer is endless to all that matters. */
  static final long MORE = 128L * MIB;

  private Pours() {}

  /** More than the heap and the listing's cap, if nobody cuts it. */
  static void pour(Out out, long bytes, IntFunction<String> drops) throws IOException {
    StringBuilder wave = new StringBuilder();
    int number = 0;
    for (long sent = 0; sent < bytes; sent += wave.length()) {
      wave.setLength(0);
      while (wave.length() < 64 * 1024) {
        wave.append(drops.apply(number++));
      }
      out.raw(wave.toString());
    }
  }

  static Script pouring(String start, IntFunction<String> drops) {
    return (asked, out) -> {
      out.raw(start);
      pour(out, MORE, drops);
    };
  }

  static Script xml(String start, IntFunction<String> drops) {
    return pouring("HTTP/1.1 207 X\r\n\r\n" + start, drops);
  }

  /** A listing with one file behind a GiB of blanks, of which a MiB goes over the wire. */
  static byte[] gzipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzip(Xmls.multi("").replace("</D:multistatus>", ""), 1));
    byte[] blanks = gzip(" ".repeat(MIB), 64);
    for (int i = 0; i < 16; i++) {
      bytes.write(blanks);
    }
    bytes.write(gzip(Xmls.file("/dav/a", 1) + "</D:multistatus>", 1));
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        gzip.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return bytes.toByteArray();
  }

  static Script encoded(int status, String header, byte[] bytes) {
    return (asked, out) -> {
      out.raw("HTTP/1.1 %d X\r\nContent-Length: %d\r\n".formatted(status, bytes.length));
      out.raw(header + "\r\n");
      out.bytes().write(bytes);
    };
  }
}
