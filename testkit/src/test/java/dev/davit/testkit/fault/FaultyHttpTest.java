package dev.davit.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In front of a server that answers every body with itself. */
class FaultyHttpTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<String> served = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private FaultyHttp proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::echo);
    server.start();
    proxy = FaultyHttp.before("http://127.0.0.1:" + server.getAddress().getPort() + "/top/");
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
  }

  /** Says which host was asked; a body that came in chunks goes back in chunks. */
  private void echo(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      served.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.getResponseHeaders().set("Asked", exchange.getRequestHeaders().getFirst("Host"));
      boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : chunked ? 0 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private HttpResponse<byte[]> put(HttpRequest.BodyPublisher body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(proxy.url() + "a%20b?c=d"))
            .timeout(Duration.ofSeconds(30))
            .PUT(body)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> put(String text) throws Exception {
    return put(HttpRequest.BodyPublishers.ofString(text));
  }

  @Test
  void withoutFaults_everythingPassesAsItIs() throws Exception {
    byte[] large = new GeneratedStream(3_000_000).readAllBytes();
    HttpResponse<byte[]> sized = put(HttpRequest.BodyPublishers.ofByteArray(large));
    HttpResponse<byte[]> chunked =
        put(HttpRequest.BodyPublishers.ofInputStream(() -> new GeneratedStream(3_000_000)));
    assertThat(sized.body()).isEqualTo(large);
    assertThat(chunked.body()).isEqualTo(large);
    assertThat(chunked.headers().firstValue("Transfer-Encoding")).contains("chunked");
    assertThat(sized.headers().firstValue("Asked"))
        .contains(URI.create(proxy.url()).getAuthority());
    assertThat(served).containsOnly("PUT /top/a%20b?c=d").hasSize(2);
  }

  @Test
  void oneLine_servesManyRequests() throws Exception {
    URI there = URI.create(proxy.url());
    try (Socket socket = new Socket(there.getHost(), there.getPort())) {
      for (int i = 0; i < 3; i++) {
        String request = "PUT /%d HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi".formatted(i);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200").endsWith("hi");
      }
    }
    assertThat(served).containsExactly("PUT /0", "PUT /1", "PUT /2");
    assertThat(proxy.faults().requests()).isEqualTo(3);
  }

  private static String answer(InputStream in) throws IOException {
    WireHead head = WireHead.read(in);
    if (head == null) {
      throw new IOException("no answer");
    }
    return head.raw() + new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
  }

  @Test
  void noHttp_endsTheLine() throws Exception {
    URI there = URI.create(proxy.url());
    for (String noise : List.of("GET / HTTP/1.1\n\n", "hello\r\n\r\n", "A b c\r\n: d\r\n\r\n")) {
      try (Socket socket = new Socket(there.getHost(), there.getPort())) {
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(noise.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    }
    assertThat(served).isEmpty();
  }

  @Test
  void answer_meetsTheNthRequestOnly_andTheServerNeverHearsOfIt() throws Exception {
    proxy.faults().at(2, WireFault.answer(503, Map.of("Retry-After", "7"), "later"));
    assertThat(put("1").statusCode()).isEqualTo(200);
    assertThat(proxy.faults().struck()).isFalse();
    HttpResponse<byte[]> second = put("2");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).contains("7");
    assertThat(second.body()).asString().isEqualTo("later");
    assertThat(proxy.faults().struck()).isTrue();
    assertThat(put("3").statusCode()).isEqualTo(200);
    assertThat(served).hasSize(2);
  }

  @Test
  void answer_meetsRequestsOfAKindOnly() throws Exception {
    proxy.faults().at(request -> request.is("DELETE"), 1, WireFault.html("closed"));
    assertThat(put("x").body()).asString().isEqualTo("x");
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(proxy.url())).DELETE().build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("<p>closed</p>");
    assertThat(proxy.faults().requests()).isEqualTo(2);
  }

  @Test
  void lost_isDoneAndNotAnswered_dropped_isNotDone() throws Exception {
    proxy.faults().always(WireFault.lost());
    assertThatThrownBy(() -> put("lost")).isInstanceOf(IOException.class);
    assertThat(served).hasSize(1);
    proxy.faults().always(WireFault.dropped());
    assertThatThrownBy(() -> put("dropped")).isInstanceOf(IOException.class);
    assertThat(served).hasSize(1);
    proxy.faults().mend();
    assertThat(put("mended").statusCode()).isEqualTo(200);
  }

  @Test
  void answerAfterwards_isDone_andAnsweredOtherwise() throws Exception {
    proxy.faults().at(1, WireFault.answerAfterwards(504));
    assertThat(put("x").statusCode()).isEqualTo(504);
    assertThat(served).hasSize(1);
  }

  @Test
  void cut_breaksOffInTheBody_aShorterOneIsWhole() throws Exception {
    proxy.faults().always(WireFault.cutAfter(5));
    assertThatThrownBy(() -> put("123456")).isInstanceOf(IOException.class);
    assertThat(put("12345").body()).asString().isEqualTo("12345");
  }

  @Test
  void silent_waitsForTheClient_dripping_isSlowAndWhole() throws Exception {
    proxy.faults().at(1, WireFault.silent());
    URI there = URI.create(proxy.url());
    try (Socket socket = new Socket(there.getHost(), there.getPort())) {
      socket.setSoTimeout(100);
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
    proxy.faults().at(1, WireFault.dripping(Duration.ofMillis(5)));
    assertThat(put("drip by drip").body()).asString().isEqualTo("drip by drip");
    assertThat(served).hasSize(1);
  }
}
