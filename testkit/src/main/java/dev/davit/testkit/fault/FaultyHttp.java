package dev.davit.testkit.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A proxy on loopback in front of a server that speaks plain HTTP/1.1 there. It hands on every byte
 * as it is and as it comes, {@code Host} included, so that a server which builds addresses from
 * that builds the proxy's; and it does to requests what {@link #faults} says. What is no proper
 * HTTP ends the line.
 */
public final class FaultyHttp implements AutoCloseable {
  private final URI server;
  private final ServerSocket listener;
  private final WireFaults faults = new WireFaults();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "faulty-http");
            thread.setDaemon(true);
            return thread;
          });

  private FaultyHttp(URI server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts a proxy.
   *
   * @param server the address of the server, such as {@code http://127.0.0.1:8080/dav/}
   */
  public static FaultyHttp before(String server) {
    try {
      FaultyHttp proxy = new FaultyHttp(URI.create(server));
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's address by way of this proxy. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + server.getRawPath();
  }

  /** What goes wrong here. */
  public WireFaults faults() {
    return faults;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = tracked(listener.accept());
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try {
      InputStream in = new BufferedInputStream(client.getInputStream());
      boolean more;
      do {
        WireHead head = WireHead.read(in);
        more = head != null && exchange(new WireExchange(head, in, client.getOutputStream(), this));
      } while (more);
    } catch (IOException e) {
      // One of the two went away, or a fault has cut the line.
    } finally {
      disconnect(client);
    }
  }

  private boolean exchange(WireExchange exchange) throws IOException {
    return faults.next(exchange.request()).strike(exchange);
  }

  Socket connect() throws IOException {
    return tracked(new Socket(server.getHost(), server.getPort()));
  }

  private Socket tracked(Socket socket) throws IOException {
    open.add(socket);
    if (closed.getCount() == 0) {
      disconnect(socket);
    }
    socket.setTcpNoDelay(true);
    return socket;
  }

  void disconnect(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExecutorService threads() {
    return threads;
  }

  void pause(Duration time) throws IOException {
    try {
      if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the proxy is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::disconnect);
    threads.shutdown();
  }
}
