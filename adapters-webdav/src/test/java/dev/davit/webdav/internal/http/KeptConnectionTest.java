package dev.davit.webdav.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.davit.outbound.Target;
import dev.davit.webdav.Davs;
import dev.davit.webdav.WebDavSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection serves again after a file was read over it to its end. */
class KeptConnectionTest {
  private static final byte[] TEXT = new byte[100];

  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private Transport transport;
  private Target target;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    target = Davs.loopback().parse("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
    transport = new Transport(Davs.loopback(), WebDavSettings.defaults(), "test");
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    exchange.sendResponseHeaders(200, TEXT.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(TEXT);
    }
  }

  @Test
  void filesThatWereReadWholly_comeOverOneConnection() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Answer answer = transport.send(get())) {
        new DataInputStream(answer.body())
            .readFully(new byte[TEXT.length]); // and not a look beyond
      }
    }
    assertThat(connections).hasSize(1);
  }

  @Test
  void fileThatWasNotReadWholly_isNotWaitedFor() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (Answer answer = transport.send(get())) {
        assertThat(answer.body().readNBytes(1)).hasSize(1);
      }
    }
    assertThat(connections).hasSize(2);
  }

  private Exchange get() {
    return new Exchange("GET", target, Map.of(), null, true);
  }
}
