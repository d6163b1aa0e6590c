package dev.davit.app.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A real listener on loopback that nobody may ever connect to. */
public final class Sentinel implements AutoCloseable {
  private final ServerSocket socket;

  private Sentinel(ServerSocket socket) {
    this.socket = socket;
  }

  static Sentinel post() {
    try {
      return new Sentinel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Whether somebody has connected since it was last asked. */
  public boolean wasReached() {
    try {
      socket.setSoTimeout(1);
      try (Socket visitor = socket.accept()) {
        return visitor.isConnected();
      }
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
