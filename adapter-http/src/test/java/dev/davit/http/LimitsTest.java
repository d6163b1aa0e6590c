package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.RateLimiter.Limit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String HEAD =
      "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private static World world(UnaryOperator<HttpLimits> change) {
    return new World(settings -> settings.withLimits(change.apply(settings.limits())));
  }

  @Test
  void W4_jsonBody_isBoundedWithAndWithoutALength() throws IOException {
    try (World world = new World()) {
      String much = "{\"email\":\"" + "x".repeat(70_000) + "\"}";
      world.nobody().post("/api/auth/login", much).is(ProblemType.TOO_LARGE);
      String chunk = Integer.toHexString(much.length()) + "\r\n" + much + "\r\n0\r\n\r\n";
      assertThat(
              Raw.exchange(
                  world.server.port(),
                  HEAD + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void W4_upload_isBoundedWithAndWithoutALength() {
    try (World world = world(limits -> limits.withUploads(1000, 500))) {
      Client ann = world.nobody().login(World.ANN);
      ann.upload("/api/documents?name=a", new byte[1000]).is(201);
      ann.upload("/api/documents?name=a", new byte[1001]).is(ProblemType.TOO_LARGE);
      ann.send(
              "POST",
              "/api/documents?name=a",
              BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1001])))
          .is(ProblemType.TOO_LARGE);
      ann.with("Content-Type", "multipart/form-data; boundary=b")
          .upload("/api/documents", form("x".repeat(501)))
          .is(ProblemType.TOO_LARGE);
      assertThat(ann.get("/api/documents").is(200).items()).hasSize(1);
    }
  }

  @Test
  void W4_userAndAddress_areLimitedEach() {
    Limit three = new Limit(3, Duration.ofMinutes(1));
    Limit many = new Limit(1000, Duration.ofMinutes(1));
    try (World world = world(limits -> limits.withRates(three, many))) {
      Client ann = world.nobody().login(World.ANN);
      Client bob = world.nobody().login(World.BOB);
      for (int i = 0; i < 3; i++) {
        ann.get("/api/users/me").is(200);
      }
      Reply refused = ann.get("/api/users/me").is(ProblemType.RATE_LIMITED);
      assertThat(refused.header("Retry-After")).isEqualTo("20");
      bob.get("/api/users/me").is(200);
      world.clock.advance(Duration.ofSeconds(20));
      ann.get("/api/users/me").is(200);
    }
    try (World world = world(limits -> limits.withRates(many, three))) {
      for (int i = 0; i < 3; i++) {
        world.nobody().get("/api/auth").is(200);
      }
      assertThat(world.nobody().get("/api/auth").is(ProblemType.RATE_LIMITED).get("retry_after"))
          .isEqualTo("20");
      for (int i = 0; i < 5; i++) {
        world.nobody().get("/health/ready").is(200);
      }
    }
  }

  @Test
  void W4_slowBody_isCutByItsDeadline() throws IOException {
    Duration long30 = Duration.ofSeconds(30);
    try (World world = world(limits -> limits.withPatience(long30, Duration.ZERO, long30, 256))) {
      assertThat(
              Raw.exchange(
                  world.server.port(), HEAD + "Content-Length: 100\r\nConnection: close\r\n\r\n{"))
          .startsWith("HTTP/1.1 408 ")
          .contains(ProblemType.REQUEST_TIMEOUT.uri());
    }
  }

  @Test
  void W4_silentBody_isCut() throws IOException {
    Duration soon = Duration.ofMillis(300);
    Duration long30 = Duration.ofSeconds(30);
    try (World world = world(limits -> limits.withPatience(soon, long30, long30, 256))) {
      Client ann = world.nobody().login(World.ANN);
      String upload =
          "POST /api/documents?name=a HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
              + ann.header("Authorization")
              + "\r\n";
      for (String head : List.of(HEAD, upload)) {
        assertThat(
                Raw.exchange(
                    world.server.port(),
                    head + "Content-Length: 100\r\nConnection: close\r\n\r\n{"))
            .startsWith("HTTP/1.1 408 ");
      }
    }
  }

  /** It is the client who broke off, not the storage: nobody but the client need hear of it. */
  @Test
  void W4_bodyThatBreaksOff_isTheClientsFault() throws IOException {
    try (World world = new World()) {
      Client ann = world.nobody().login(World.ANN);
      String upload =
          "POST /api/documents%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
              + ann.header("Authorization")
              + "\r\n";
      String form = "Content-Type: multipart/form-data; boundary=b\r\n";
      for (String head : List.of(HEAD, upload.formatted("?name=a"), upload.formatted("") + form)) {
        try (Raw raw = new Raw(world.server.port())) {
          raw.send(head + "Content-Length: 100\r\n\r\n--");
          raw.end();
          assertThat(raw.rest()).startsWith("HTTP/1.1 400 ").contains("The body broke off.");
        }
      }
      assertThat(ann.get("/api/documents").is(200).items()).isEmpty();
    }
  }

  @Test
  void W4_slowUpload_isCutByItsRate() {
    Duration long30 = Duration.ofSeconds(30);
    try (World world =
        world(limits -> limits.withPatience(long30, long30, Duration.ZERO, Long.MAX_VALUE))) {
      Client ann = world.nobody().login(World.ANN);
      ann.upload("/api/documents?name=a", new byte[10]).is(ProblemType.REQUEST_TIMEOUT);
      ann.with("Content-Type", "multipart/form-data; boundary=b")
          .upload("/api/documents", form("x"))
          .is(ProblemType.REQUEST_TIMEOUT);
      assertThat(ann.get("/api/documents").is(200).items()).isEmpty();
    }
  }

  private static byte[] form(String content) {
    String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    return (head + content + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void W4_silentConnection_isClosed() throws IOException {
    Duration soon = Duration.ofMillis(300);
    try (World world = world(limits -> limits.withPatience(soon, soon, soon, 256));
        Raw raw = new Raw(world.server.port())) {
      raw.send("GET /health/live HTTP/1.1\r\nHost:");
      assertThat(raw.rest()).doesNotContain("200 OK");
    }
  }

  /** Those that wait to send their bodies take their own places, and nobody else's. */
  @Test
  void W4_placesOfOneAddress_areBoundedAndOthersAreServed() throws IOException {
    try (World world = world(limits -> limits.withConcurrency(50, 3))) {
      Client ann = world.nobody().login(World.ANN);
      List<Raw> slow = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Raw raw = new Raw(world.server.port());
        raw.send(HEAD + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n");
        assertThat(new String(raw.in().readNBytes(12), StandardCharsets.UTF_8))
            .isEqualTo("HTTP/1.1 100");
        slow.add(raw);
      }
      world.nobody().get("/api/auth").is(ProblemType.RATE_LIMITED);
      ann.get("/api/users/me").is(200);
      for (Raw raw : slow) {
        raw.close();
      }
    }
  }

  @Test
  void W4_placesInAll_areBounded() throws IOException {
    try (World world = world(limits -> limits.withConcurrency(1, 5));
        Raw raw = new Raw(world.server.port())) {
      raw.send(HEAD + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n");
      assertThat(raw.in().readNBytes(12)).hasSize(12);
      Reply busy = world.nobody().get("/api/auth").is(ProblemType.UNAVAILABLE);
      assertThat(busy.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void W4_aThousandSlowConnections_doNotKeepOthersOut() throws IOException {
    try (World world = new World()) {
      List<Raw> slow = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        Raw raw = new Raw(world.server.port());
        raw.send("GET /health/live HTTP/1.1\r\nHo");
        slow.add(raw);
      }
      Client ann = world.nobody().login(World.ANN);
      ann.get("/api/users/me").is(200);
      for (Raw raw : slow) {
        raw.close();
      }
    }
  }
}
