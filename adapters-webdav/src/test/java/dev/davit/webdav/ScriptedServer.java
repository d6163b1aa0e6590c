package dev.davit.webdav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on loopback that says whatever a test wants it to, byte for byte, and remembers what it
 * was asked. One request a connection.
 */
final class ScriptedServer implements AutoCloseable {
  /** What was asked, in the order in which it came. */
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Script script;

  /** Answers a request; the connection is closed when it returns or throws. */
  interface Script {
    void answer(Asked asked, Out out) throws Exception;
  }

  ScriptedServer(Script script) {
    this(script, listen());
  }

  /** A server behind a listener of another kind. */
  ScriptedServer(Script script, ServerSocket listener) {
    this.script = script;
    this.listener = listener;
    threads.execute(this::accept);
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  String origin() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  String url() {
    return origin() + "/dav/";
  }

  /** Methods and paths that were asked, such as {@code GET /dav/a}. */
  List<String> lines() {
    return asked.stream().map(one -> one.method() + " " + one.path()).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Asked one = Asked.read(socket.getInputStream());
      asked.add(one);
      script.answer(one, new Out(socket.getOutputStream()));
      // To close with something unread would reset the connection, and with it the answer.
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (Exception e) {
      // The client went away, or the script dropped it.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  /** A request; its body is read by the script, or not. */
  record Asked(String method, String path, Map<String, String> headers, InputStream rest) {
    static Asked read(InputStream in) throws IOException {
      String[] line = line(in).split(" ", -1);
      Map<String, String> headers = new TreeMap<>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
      return new Asked(line[0], line[1], headers, in);
    }

    private static String line(InputStream in) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IOException("the client went away");
        }
        bytes.write(b);
      }
      return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }

    boolean is(String wanted) {
      return method.equals(wanted);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    byte[] body() throws IOException {
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      byte[] body = rest.readNBytes(length);
      if (body.length < length) {
        throw new IOException("the client went away");
      }
      return body;
    }
  }

  /** Where a script writes its answer. */
  record Out(OutputStream bytes) {
    void raw(String text) throws IOException {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
      bytes.flush();
    }

    void say(int status, String headers, String body) throws IOException {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      String all = headers.isEmpty() ? "" : headers + "\r\n";
      raw(
          "HTTP/1.1 %d X\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(status, length, all));
      raw(body);
    }

    void status(int status) throws IOException {
      say(status, "", "");
    }

    void multi(String responses) throws IOException {
      say(207, "Content-Type: application/xml; charset=utf-8", Xmls.multi(responses));
    }
  }
}
