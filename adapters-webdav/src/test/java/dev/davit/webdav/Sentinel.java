package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** Another host, on loopback too, to which nobody may connect. */
final class Sentinel implements AutoCloseable {
  private final ServerSocket listener;

  Sentinel() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
  }

  String url() {
    return "http://127.0.0.2:" + listener.getLocalPort() + "/dav/";
  }

  /** Asks the system, which would have taken a connection by itself. */
  void assertUntouched() throws IOException {
    listener.setSoTimeout(1);
    assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
