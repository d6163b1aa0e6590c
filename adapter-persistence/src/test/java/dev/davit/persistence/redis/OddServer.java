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
  private int silent;

  private OddServer(String answer, int silent) throws IOException {
    this.answer = answer;
    this.silent = silent;
  }

  /** Answers this, and nothing if it is empty. */
  static OddServer saying(String answer) throws IOException {
    return started(new OddServer(answer, 0));
  }

  /** As {@link #saying}, but nothing at its first connection. */
  static OddServer silentAtFirst(String answer) throws IOException {
    return started(new OddServer(answer, 1));
  }

  private static OddServer started(OddServer server) {
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
        byte[] said = (silent-- > 0 ? "" : answer).getBytes(StandardCharsets.US_ASCII);
        InputStream in = line.getInputStream();
        while (in.read(new byte[1000]) > 0) {
          line.getOutputStream().write(said);
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
