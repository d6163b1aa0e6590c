package dev.davit.testkit.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A line to a server on loopback on which requests become what a broken client would send, and
 * answers what it would take them for.
 */
public final class RewritingLine implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final UnaryOperator<Sent> flaw;
  private final Misreading misreading;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean rewritten;

  /** What a broken client takes an answer for. */
  @FunctionalInterface
  public interface Misreading {
    /**
     * Misreads.
     *
     * @param answer head and body, as they come
     */
    String of(Sent request, String answer);
  }

  /**
   * A line.
   *
   * @param target the server's port
   * @param flaw what becomes of a request
   */
  public RewritingLine(int target, UnaryOperator<Sent> flaw) throws IOException {
    this(target, flaw, (request, answer) -> answer);
  }

  /**
   * A line.
   *
   * @param target the server's port
   * @param flaw what becomes of a request
   * @param misreading what becomes of its answer
   */
  public RewritingLine(int target, UnaryOperator<Sent> flaw, Misreading misreading)
      throws IOException {
    this.target = target;
    this.flaw = flaw;
    this.misreading = misreading;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The server's address by way of this line. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
  }

  /** Whether a request, or an answer, was changed. */
  public boolean hasRewritten() {
    return rewritten;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> exchange(client));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  /** One request a connection. */
  private void exchange(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Sent sent = read(new BufferedInputStream(client.getInputStream()));
      Sent flawed = flaw.apply(sent);
      rewritten |= !flawed.isSame(sent);
      send(flawed, server);
      String answer =
          new String(server.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      String misread = misreading.of(flawed, answer);
      rewritten |= !misread.equals(answer);
      client.getOutputStream().write(misread.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // One of both has gone.
    }
  }

  private static Sent read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(":", 2);
      headers.put(header[0], header[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Sent(first[0], first[1], headers, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("no more requests");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void send(Sent request, Socket server) throws IOException {
    Sent last =
        request
            .with("Connection", "close")
            .with("Content-Length", Integer.toString(request.body().length));
    StringBuilder head = new StringBuilder();
    head.append(last.method()).append(' ').append(last.path()).append(" HTTP/1.1\r\n");
    last.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    OutputStream out = server.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(last.body());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
