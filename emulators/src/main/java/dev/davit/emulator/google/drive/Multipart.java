package dev.davit.emulator.google.drive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a {@code multipart/related} body (RFC 2387, RFC 2046 5.1), one after the other. */
final class Multipart {
  private static final int LINE = 8192;
  private static final byte[] END = "--".getBytes(StandardCharsets.US_ASCII);

  private final PartStream in;

  Multipart(InputStream body, String boundary) throws IOException {
    InputStream whole =
        new SequenceInputStream(
            new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.US_ASCII)), body);
    in = new PartStream(whole, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    in.skipAll();
  }

  /**
   * Goes to the next part.
   *
   * @return its headers, by lower-case name
   * @throws DriveError 400 when there is none
   */
  Map<String, String> next() throws IOException {
    in.skipAll();
    in.open();
    String rest = line();
    if (rest.startsWith(new String(END, StandardCharsets.US_ASCII))) {
      throw missing();
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers.put(header[0].trim().toLowerCase(Locale.ROOT), header[header.length - 1].trim());
    }
    return headers;
  }

  /** The content of the part that was gone to. */
  InputStream content() {
    return in;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0 || line.size() > LINE) {
        throw missing();
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Whether the body ends as it should, after the last part. */
  void end() throws IOException {
    in.skipAll();
    in.open();
    byte[] rest = in.readNBytes(END.length);
    if (!Arrays.equals(rest, END)) {
      throw missing();
    }
  }

  private static DriveError missing() {
    return DriveError.of(
        400, "badContent", "Missing end boundary in multipart body, or a part is missing.");
  }
}
