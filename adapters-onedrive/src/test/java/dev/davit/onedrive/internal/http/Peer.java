package dev.davit.onedrive.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDrivePatience;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as it is told, and a transport that takes it for Microsoft. */
final class Peer implements AutoCloseable {
  final List<String> requests = new CopyOnWriteArrayList<>();
  final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  final Endpoints endpoints;
  final Transport transport;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Peer(OneDrivePatience patience, HttpHandler handler) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> handle(exchange, handler));
    server.setExecutor(threads);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    endpoints = Endpoints.of(NationalCloud.GLOBAL, base);
    transport = new Transport(endpoints, patience);
  }

  static Peer answering(int status, String type, String body) {
    return new Peer(OneDrivePatience.usual(), exchange -> answer(exchange, status, type, body));
  }

  private void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    handler.handle(exchange);
  }

  static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    transport.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
