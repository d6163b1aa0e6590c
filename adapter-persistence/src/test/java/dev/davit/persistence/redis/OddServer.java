package dev.davit.persistence.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on loopback that is no Redis: it says one thing to whatever it is told. */
final class OddServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String answer;

  private OddServer(String answer) throws IOException {
    this.answer = answer;
  }

  /** Answers this, and nothing if it is empty. */
  static OddServer saying(String answer) throws IOException {
    OddServer server = new OddServer(answer);
    Thread thread = new Thread(server::serve, "odd-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket line = socket.accept()) {
        InputStream in = line.getInputStream();
        while (in.read(new byte[1000]) > 0) {
          line.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException hungUp) {
        // the next may stay longer
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
