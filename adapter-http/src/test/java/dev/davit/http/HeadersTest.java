package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HeadersTest {
  private static final World WORLD =
      new World(settings -> settings.withPublicUrl(URI.create("https://davit.example.org")));

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @TestFactory
  Stream<DynamicTest> W5_everyAnswer_hasTheHeaders() {
    return Stream.of("/api/auth", "/api/users/me", "/docs", "/openapi.json", "/probe.css", "/no")
        .map(path -> DynamicTest.dynamicTest(path, () -> check(path)));
  }

  private static void check(String path) {
    Reply reply = WORLD.nobody().with("Origin", "https://evil.example").get(path);
    assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe")
        .doesNotContain("*");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(reply.header("Cache-Control"))
        .isEqualTo(path.equals("/probe.css") ? "no-cache" : "no-store");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(reply.header("Server")).isEmpty();
  }

  @Test
  void pageFile_isServedWithTypeAndValidator() {
    Reply reply = WORLD.nobody().get("/probe.css").is(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
    assertThat(reply.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.CSP_PAGE);
    WORLD.nobody().with("If-None-Match", reply.header("ETag")).get("/probe.css").is(304);
    assertThat(reply.text()).isEqualTo("body { color: black; }\n");
  }

  @Test
  void pageFile_elsewhere_isNotServed() {
    for (String name : new String[] {"PageFiles.class", "..%2FPageFiles.class", "a"}) {
      WORLD.nobody().get("/" + name).is(404);
    }
  }

  @Test
  void W5_preflight_isRefused() {
    Reply reply =
        WORLD
            .nobody()
            .with("Origin", "https://evil.example")
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", "/api/auth/login", BodyPublishers.noBody());
    assertThat(reply.is(ProblemType.METHOD_NOT_ALLOWED).header("Access-Control-Allow-Origin"))
        .isEmpty();
  }
}
