package dev.davit.testservers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line to a Redis on loopback, in its protocol (RESP 2), without any library's help. */
final class Resp implements AutoCloseable {
  private static final int LONGEST_MILLIS = 5000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  Resp(int port) throws IOException {
    socket.setSoTimeout(LONGEST_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LONGEST_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * Sends a command and reads the answer: a String for a status, a Long, bytes, a list, or null.
   *
   * @throws IOException also where the answer is an error
   */
  @Nullable Object call(String... words) throws IOException {
    send(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      send(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      send(bytes);
      send(new byte[] {'\r', '\n'});
    }
    out.flush();
    return answer();
  }

  private void send(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  private @Nullable Object answer() throws IOException {
    String head = line();
    String rest = head.substring(1);
    return switch (head.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> bytes(Integer.parseInt(rest));
      case '*' -> list(Integer.parseInt(rest));
      default -> throw new IOException("Redis says: " + rest);
    };
  }

  private @Nullable Object bytes(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    in.skipNBytes(2);
    return bytes;
  }

  private List<@Nullable Object> list(int length) throws IOException {
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      all.add(answer());
    }
    return all;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis hung up");
      }
      line.append((char) next);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
