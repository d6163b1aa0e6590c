package dev.davit.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Opens TCP connections. Safe for use by many threads. */
@FunctionalInterface
public interface Connector {
  /**
   * A connected socket. It must lead to this very address and through no proxy: the guard has
   * checked this one and no other.
   *
   * @param address resolved
   * @param timeout more than zero
   * @throws IOException if it can't be reached in time
   */
  Socket connect(InetSocketAddress address, Duration timeout) throws IOException;
}
