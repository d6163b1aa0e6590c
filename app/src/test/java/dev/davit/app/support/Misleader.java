package dev.davit.app.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.davit.outbound.TlsKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;

/** A server that sends everybody somewhere else: by redirects, and by an href. */
final class Misleader implements AutoCloseable {
  private static final Map<String, String> REDIRECTS =
      Map.of(
          "/to-metadata", "http://169.254.169.254/",
          "/to-http", "http://cloud.example.com/",
          "/to-other-origin", "https://other.example.org/");
  private static final String HREF =
      "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>https://169.254.169.254/x</d:href>"
          + "<d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>"
          + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>";

  private final HttpsServer server;

  private Misleader(HttpsServer server) {
    this.server = server;
  }

  static Misleader start(TlsKeys keys) throws IOException, GeneralSecurityException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext("/", Misleader::answer);
    server.start();
    return new Misleader(server);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Connection", "close");
      String location = REDIRECTS.get(exchange.getRequestURI().getPath());
      if (location == null) {
        byte[] body = HREF.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(207, body.length);
        exchange.getResponseBody().write(body);
      } else {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(308, -1);
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
