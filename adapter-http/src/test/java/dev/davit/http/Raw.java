package dev.davit.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is told to. */
final class Raw implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private final Socket socket;

  Raw(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** Sends a request and answers everything that comes back until the server closes. */
  static String exchange(int port, String request) throws IOException {
    try (Raw raw = new Raw(port)) {
      raw.send(request);
      return raw.rest();
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends nothing more. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
