package dev.davit.onedrive.internal.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A server on loopback that answers as a test says, and a client that takes it for Graph. */
final class LonelyGraph implements AutoCloseable {
  final OneDriveSettings settings;
  final URI address;
  final GraphClient client;
  private final HttpServer server;
  private final Transport transport;

  LonelyGraph(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    settings = OneDriveSettings.of("client", new Secret("none")).withDevelopment(address);
    Endpoints endpoints = Endpoints.of(settings.cloud(), settings.development());
    transport = new Transport(endpoints, settings.patience());
    client = new GraphClient(transport, endpoints, new Always());
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    transport.close();
    server.stop(0);
  }

  private static final class Always implements CredentialSource {
    @Override
    public VersionedCredential current() {
      return new VersionedCredential(1, new OAuthTokens(new Secret("token"), null, null, Set.of()));
    }

    @Override
    public VersionedCredential rejected(long version) {
      return current();
    }
  }
}
