package dev.davit.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real sockets. */
final class Sockets {
  private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

  private Sockets() {}

  /** A connection that goes straight there, whatever proxy the JVM is set to use. */
  static Socket connect(InetSocketAddress address, Duration timeout) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.connect(address, Math.toIntExact(Math.max(1, timeout.toMillis())));
      return socket;
    } catch (IOException | RuntimeException e) {
      closeQuietly(socket);
      throw e;
    }
  }

  /** Closes the socket when the time is up, whatever it is doing, unless cancelled before. */
  static ScheduledFuture<?> closeAfter(Socket socket, Duration time) {
    return DEADLINES.schedule(() -> closeQuietly(socket), time.toNanos(), TimeUnit.NANOSECONDS);
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is of no use any more either way.
    }
  }

  private static ScheduledThreadPoolExecutor deadlines() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, Daemons.named("davit-deadlines"));
    executor.setKeepAliveTime(10, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
