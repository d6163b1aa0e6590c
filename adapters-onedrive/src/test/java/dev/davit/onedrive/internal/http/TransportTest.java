package dev.davit.onedrive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.onedrive.OneDrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OkHttp would do by itself, and is kept from. */
class TransportTest {
  private static final byte[] TEXT = new byte[100];
  private static final OneDrivePatience SHORT =
      new OneDrivePatience(
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          1);

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
  void noRequest_isSentTwice_whateverTheAnswer(String method) {
    for (int status : new int[] {408, 421, 503, 401, 302, 307}) {
      try (Peer peer =
          new Peer(
              OneDrivePatience.usual(),
              exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.getResponseHeaders().set("Location", "/v1.0/elsewhere");
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
                Peer.answer(exchange, status, "text/plain", "no");
              })) {
        try (Answer answer = peer.transport.send(call(peer, method), Map.of())) {
          assertThat(answer.status()).isEqualTo(status);
        }
        assertThat(peer.requests).as(status + " to " + method).hasSize(1);
      }
    }
  }

  @Test
  void brokenConnection_isNotTriedAgain() {
    try (Peer peer = new Peer(OneDrivePatience.usual(), exchange -> exchange.close())) {
      CloudException fault = failure(() -> peer.transport.send(call(peer, "GET"), Map.of()));
      assertThat(fault.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(Faults.isUnanswered(fault)).isTrue();
      assertThat(peer.requests).hasSize(1);
    }
  }

  @Test
  void cookies_areNotKept_andNothingIsDeflated() {
    CompletableFuture<String> second = new CompletableFuture<>();
    try (Peer peer =
        new Peer(
            OneDrivePatience.usual(),
            exchange -> {
              var headers = exchange.getRequestHeaders();
              second.complete(headers.get("Cookie") + " " + headers.get("Accept-Encoding"));
              exchange.getResponseHeaders().set("Set-Cookie", "crumb=1; Path=/");
              Peer.answer(exchange, 200, "text/plain", "");
            })) {
      peer.transport.send(call(peer, "GET"), Map.of()).close();
      assertThat(second.join()).isEqualTo("null [identity]");
    }
  }

  @Test
  void connection_servesAgain_afterAWholeFileEitherWay() throws IOException {
    try (Peer peer = Peer.answering(200, "text/plain", "x".repeat(100))) {
      for (String method : new String[] {"PUT", "GET", "PUT", "GET"}) {
        try (Answer answer = peer.transport.send(call(peer, method).streaming(), Map.of())) {
          assertThat(answer.body().readNBytes(100)).hasSize(100);
        }
      }
      assertThat(peer.connections).hasSize(1);
    }
  }

  @Test
  void fileThatWasNotReadWholly_isNotWaitedFor() throws IOException {
    try (Peer peer = Peer.answering(200, "text/plain", "x".repeat(1_000_000))) {
      for (int i = 0; i < 2; i++) {
        try (Answer answer = peer.transport.send(call(peer, "GET").streaming(), Map.of())) {
          assertThat(answer.body().readNBytes(1)).hasSize(1);
        }
      }
      assertThat(peer.connections).hasSize(2);
    }
  }

  @Test
  void S4_answerThatDoesNotCome_isCut() {
    CountDownLatch done = new CountDownLatch(1);
    try (Peer peer = new Peer(SHORT, exchange -> await(done))) {
      assertThat(failure(() -> peer.transport.send(call(peer, "GET"), Map.of())).kind())
          .isEqualTo(ErrorKind.UNAVAILABLE);
      done.countDown();
    }
  }

  @Test
  void S4_bodyThatStandsStill_isCut() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (Peer peer = new Peer(SHORT, exchange -> drip(exchange, done));
        Answer answer = peer.transport.send(call(peer, "GET").streaming(), Map.of())) {
      assertThat(answer.body().read()).isEqualTo('x');
      assertThat(catchThrowableOfType(IOException.class, () -> answer.body().readAllBytes()))
          .hasMessageContaining("too long");
      done.countDown();
    }
  }

  @Test
  void close_endsWhatIsStillBeingRead_andSendsNothingMore() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (Peer peer = new Peer(OneDrivePatience.usual(), exchange -> drip(exchange, done));
        Answer answer = peer.transport.send(call(peer, "GET").streaming(), Map.of())) {
      assertThat(answer.body().read()).isEqualTo('x');
      peer.transport.close();
      assertThat(catchThrowableOfType(IOException.class, () -> answer.body().readAllBytes()))
          .isNotNull();
      assertThat(failure(() -> peer.transport.send(call(peer, "GET"), Map.of())).kind())
          .isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(peer.requests).hasSize(1);
      done.countDown();
    }
  }

  @Test
  void addressThatOkHttpReadsOtherwise_isNotAsked() {
    try (Peer peer = Peer.answering(200, "text/plain", "")) {
      Call call = Call.of("GET", java.net.URI.create(peer.endpoints.login() + "a/%2e%2E/b"));
      assertThat(failure(() -> peer.transport.send(call, Map.of())).kind())
          .isEqualTo(ErrorKind.PROTOCOL);
      assertThat(peer.requests).isEmpty();
    }
  }

  private static void drip(com.sun.net.httpserver.HttpExchange exchange, CountDownLatch done)
      throws IOException {
    exchange.sendResponseHeaders(200, 100);
    OutputStream out = exchange.getResponseBody();
    out.write('x');
    out.flush();
    await(done);
  }

  private static void await(CountDownLatch done) throws IOException {
    try {
      done.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Call call(Peer peer, String method) {
    Call call = Call.of(method, peer.endpoints.graph().resolve("x"));
    return method.equals("PUT") ? call.with(Payload.of(TEXT, "text/plain")) : call;
  }

  private static CloudException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable c) {
    return catchThrowableOfType(CloudException.class, c);
  }
}
