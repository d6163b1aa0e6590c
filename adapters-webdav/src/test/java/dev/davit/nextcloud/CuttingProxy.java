package dev.davit.nextcloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a server on loopback, which is cut, or garbled, once so many bytes have gone up. It
 * knows nothing of HTTP.
 */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicLong up = new AtomicLong();
  private volatile long cutAt = Long.MAX_VALUE;
  private volatile long garbleAt = Long.MAX_VALUE;

  CuttingProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Cuts the line once, after so many more bytes have gone up. */
  void cutAfter(long bytes) {
    cutAt = up.get() + bytes;
  }

  /** Changes one byte, after so many more have gone up. */
  void garbleAfter(long bytes) {
    garbleAt = up.get() + bytes;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        threads.execute(() -> pump(client, server, true));
        threads.execute(() -> pump(server, client, false));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void pump(Socket from, Socket to, boolean upwards) {
    byte[] buffer = new byte[16 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (upwards && isCut(buffer, count)) {
          return;
        }
        out.write(buffer, 0, count);
        out.flush();
      }
    } catch (IOException e) {
      // One of both has gone.
    }
  }

  private boolean isCut(byte[] buffer, int count) {
    long before = up.getAndAdd(count);
    long after = before + count;
    if (garbleAt >= before && garbleAt < after) {
      buffer[(int) (garbleAt - before)] ^= 1;
      garbleAt = Long.MAX_VALUE;
    }
    boolean cut = cutAt < after;
    if (cut) {
      cutAt = Long.MAX_VALUE;
    }
    return cut;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
