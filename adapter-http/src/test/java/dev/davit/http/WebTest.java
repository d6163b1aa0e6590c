package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.storage.Download;
import dev.davit.testkit.memory.MemoryRateLimiter;
import dev.davit.testkit.memory.TestClock;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** What the machinery below the routes does, tried with routes of its own. */
class WebTest {
  private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  private static final Javalin JAVALIN = start();

  private static Javalin start() {
    HttpSettings settings = HttpSettings.defaults().withPort(0);
    Gate gate = new Gate(new MemoryRateLimiter(new TestClock()), settings.limits());
    Csrf csrf = new Csrf(new byte[32]);
    Observing observing = new Observing(HttpObserver.NONE);
    Pipeline pipeline = new Pipeline(settings, gate, request -> nobody(), csrf, observing);
    return Web.of(settings, new RouteTable(routes(), pipeline), observing).start();
  }

  private static Identity nobody() {
    throw Tokens.refused();
  }

  private static List<Route> routes() {
    Answer text = Answer.bytes("text/plain", 200);
    return List.of(
        Route.get("/ok", Access.PUBLIC, text, call -> call.answer(200, new StatusView("fine"))),
        Route.get("/in/{id}", Access.PUBLIC, text, call -> show(call)),
        Route.get("/bug", Access.PUBLIC, text, call -> bug()),
        Route.get("/overflow", Access.PUBLIC, text, call -> show(call, deep(0))),
        Route.get("/broken", Access.PUBLIC, text, WebTest::broken),
        Route.get("/logged", Access.PUBLIC, text, call -> show(call, MDC.get("request_id"))),
        Route.get("/thread", Access.PUBLIC, text, call -> show(call, threadKind())),
        Route.get("/short", Access.PUBLIC, text, WebTest::tooShort),
        Route.get("/early", Access.PUBLIC, text, WebTest::early));
  }

  private static void show(Call call) {
    show(call, call.path("id"));
  }

  private static void show(Call call, String text) {
    call.answer(200, new StatusView(text));
  }

  private static void bug() {
    throw new IllegalStateException("exception-text");
  }

  private static String threadKind() {
    return Thread.currentThread().getClass().getSimpleName();
  }

  private static String deep(int n) {
    return n < 0 ? "" : deep(n + 1) + n;
  }

  /** More than any buffer holds, then the provider breaks off. */
  private static void broken(Call call) throws IOException {
    InputStream much = new ByteArrayInputStream(new byte[300_000]);
    send(call, new SequenceInputStream(much, new Breaking()), null);
  }

  private static void tooShort(Call call) throws IOException {
    send(call, new ByteArrayInputStream(new byte[300_000]), 300_001L);
  }

  private static void early(Call call) throws IOException {
    send(call, new Breaking(), 300_001L);
  }

  private static void send(Call call, InputStream body, @Nullable Long size) throws IOException {
    Download download = new Download(body, 0, size, size, null, null);
    Downloads.send(call, new Downloadable("a", size, "\"e\"", null, range -> download));
  }

  private static final class Breaking extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the provider broke off");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }

  @AfterAll
  static void stop() {
    JAVALIN.stop();
  }

  private static String raw(String request) throws IOException {
    return Raw.exchange(JAVALIN.port(), request);
  }

  private static Client client() {
    return new Client("http://localhost:" + JAVALIN.port(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nope, NOT_FOUND",
    "GET /ok/, NOT_FOUND",
    "GET /OK, NOT_FOUND",
    "GET /in/../ok, NOT_FOUND",
    "GET /in/%2e%2e/ok, NOT_FOUND",
    "GET /in//ok, NOT_FOUND",
    "OPTIONS *, NOT_FOUND",
    "POST /ok, METHOD_NOT_ALLOWED",
    "TRACE /ok, METHOD_NOT_ALLOWED",
    "BREW /ok, METHOD_NOT_ALLOWED",
    "OPTIONS /ok, METHOD_NOT_ALLOWED",
    "GET /in/%zz, INVALID_REQUEST",
    "GET /in/%00, INVALID_REQUEST",
    "GET /in/%01, INVALID_REQUEST",
    "GET /in/%ff, INVALID_REQUEST",
    "GET /ok?x=1, INVALID_REQUEST",
    "GET /ok?%zz, INVALID_REQUEST",
    "GET /bug, INTERNAL",
    "GET /overflow, INTERNAL",
    "GET /early, UNAVAILABLE",
  })
  void W3_whateverGoesWrong_isAProblem(String request, ProblemType type) throws IOException {
    checkProblem(raw(request + END), type);
  }

  @Test
  void request_namesWhatIsLoggedOnItsWay() {
    Reply reply = client().get("/logged").is(200);
    assertThat(reply.get("status")).isEqualTo(reply.header("X-Request-Id"));
  }

  @Test
  void W3_brokenHttp_isAProblem() throws IOException {
    checkProblem(raw("GARBAGE\r\n\r\n"), ProblemType.INVALID_REQUEST);
    checkProblem(raw("GET /ok HTTP/9.9\r\nHost: x\r\n\r\n"), ProblemType.INVALID_REQUEST);
    checkProblem(raw("GET /ok HTTP/1.1\r\n\r\n"), ProblemType.INVALID_REQUEST);
    checkProblem(
        raw("GET /ok HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"), ProblemType.INVALID_REQUEST);
    checkProblem(
        raw("GET /ok HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"), ProblemType.INVALID_REQUEST);
  }

  @Test
  void afterARequestThatCanNotBeRead_theClientIsToldOfTheClosing() throws IOException {
    for (String path : List.of("/%00", "/%zz", "/%2e%2e", "/" + "a".repeat(30_000))) {
      assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
          .as(path)
          .contains("\r\nConnection: close\r\n");
    }
  }

  @Test
  void W4_headersAndAddresses_areBounded() throws IOException {
    String long30k = "a".repeat(30_000);
    checkProblem(
        raw("GET /ok HTTP/1.1\r\nHost: x\r\nX: " + long30k + "\r\n\r\n"),
        ProblemType.HEADERS_TOO_LARGE);
    checkProblem(raw("GET /" + long30k + END), ProblemType.URI_TOO_LONG);
  }

  private static void checkProblem(String answer, ProblemType type) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + type.status() + " ")
        .contains("Content-Type: application/problem+json\r\n")
        .contains("Content-Security-Policy: " + SecurityHeaders.CSP_API + "\r\n")
        .contains("X-Content-Type-Options: nosniff\r\n")
        .contains("Cache-Control: no-store\r\n")
        .contains("\"type\":\"" + type.uri() + "\"")
        .doesNotContain("Content-Disposition")
        .doesNotContain("ETag")
        .doesNotContain("exception-text")
        .doesNotContain("Exception")
        .doesNotContain("Jetty")
        .doesNotContain("Javalin");
    String id = answer.replaceAll("(?s).*X-Request-Id: ([A-Za-z0-9_-]{16})\r\n.*", "$1");
    assertThat(answer).contains("\"request_id\":\"" + id + "\"");
  }

  @Test
  void notAllowed_saysWhatIs() throws IOException {
    assertThat(raw("POST /in/x" + END)).contains("\r\nAllow: GET, HEAD\r\n");
  }

  @Test
  void requests_runOnVirtualThreadsWhereThereAreAny() {
    assertThat(client().get("/thread").is(200).get("status").equals("VirtualThread"))
        .isEqualTo(Runtime.version().feature() >= 21);
  }

  @Test
  void head_answersTheHeadersOfGet() {
    Reply head = client().send("HEAD", "/ok", BodyPublishers.noBody()).is(200);
    assertThat(head.header("Content-Length")).isEqualTo("17");
    assertThat(head.bytes()).isEmpty();
  }

  @Test
  void requestId_ofTheClient_isIgnored() {
    Reply reply = client().with("X-Request-Id", "mine").get("/ok").is(200);
    assertThat(reply.header("X-Request-Id")).matches("[A-Za-z0-9_-]{16}");
  }

  @Test
  void download_brokenOffByTheProvider_isCutAndNotEnded() {
    assertThatThrownBy(() -> client().get("/broken")).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> client().get("/short")).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> raw("GET /broken" + END)).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> raw("GET /broken HTTP/1.0\r\n\r\n"))
        .isInstanceOf(SocketException.class);
  }
}
