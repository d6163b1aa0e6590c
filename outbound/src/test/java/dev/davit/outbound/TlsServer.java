package dev.davit.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback with a certificate of its own making, which greets everybody with a byte.
 */
final class TlsServer implements AutoCloseable {
  static final int GREETING = 42;

  private final SSLServerSocket socket;
  private final Path pem;

  private TlsServer(SSLServerSocket socket, Path pem) {
    this.socket = socket;
    this.pem = pem;
  }

  /** Starts one whose certificate speaks for these names, such as {@code dns:localhost}. */
  static TlsServer start(Path folder, String names) throws Exception {
    TlsKeys keys = TlsKeys.make(folder, names);
    SSLServerSocket socket =
        (SSLServerSocket)
            keys.context()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    TlsServer server = new TlsServer(socket, keys.pem());
    Thread thread = new Thread(server::serve, "tls-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  Path pem() {
    return pem;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (SSLSocket client = (SSLSocket) socket.accept();
          OutputStream out = client.getOutputStream()) {
        out.write(GREETING);
      } catch (IOException ignored) {
        // A client that refuses this certificate hangs up.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
