package dev.davit.drive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.davit.drive.DrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection serves again after a file's bytes went over it, in either direction. */
class KeptConnectionTest {
  private static final byte[] TEXT = new byte[100];

  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private Transport transport;
  private URI uri;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    transport = new Transport(Endpoints.of(uri), DrivePatience.usual());
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  /** 308 without a body to a PUT, else some bytes. */
  private void answer(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("PUT")) {
      exchange.sendResponseHeaders(308, -1);
      return;
    }
    exchange.sendResponseHeaders(200, TEXT.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(TEXT);
    }
  }

  @Test
  void piecesOfAnUpload_goOverOneConnection() {
    for (int i = 0; i < 3; i++) {
      Call piece = Call.of("PUT", uri).with(Payload.of(TEXT, "text/plain")).streaming();
      try (Answer answer = transport.send(piece, Map.of())) {
        assertThat(answer.status()).isEqualTo(308);
      }
    }
    assertThat(connections).hasSize(1);
  }

  @Test
  void filesThatWereReadWholly_comeOverOneConnection() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Answer answer = transport.send(Call.of("GET", uri).streaming(), Map.of())) {
        byte[] bytes = new byte[TEXT.length];
        int count = 0;
        while (count < TEXT.length) {
          count += answer.body().read(bytes, count, TEXT.length - count);
        }
      }
    }
    assertThat(connections).hasSize(1);
  }

  @Test
  void fileThatWasNotReadWholly_isNotWaitedFor() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (Answer answer = transport.send(Call.of("GET", uri).streaming(), Map.of())) {
        assertThat(answer.body().readNBytes(1)).hasSize(1);
      }
    }
    assertThat(connections).hasSize(2);
  }
}
