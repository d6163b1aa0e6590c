package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may read the metrics, and what they get. */
class MetricsRouteTest {
  private static final Secret TOKEN = new Secret("metrics-token-canary");
  private static final Monitoring SHOWN =
      Monitoring.none()
          .withMetrics(
              accept ->
                  new MetricsSource.Scrape(
                      "text/plain; version=0.0.4; charset=utf-8", "davit_up 1 " + accept),
              HttpObserver.NONE);

  @Test
  void withoutAToken_thisMachineReads() {
    try (World world = new World(SHOWN)) {
      Reply reply = world.nobody().with("Accept", "text/x").get("/metrics").is(200);
      assertThat(reply.text()).isEqualTo("davit_up 1 text/x");
      assertThat(reply.header("Content-Type"))
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void withoutAToken_whatAProxyPassedOn_isRefusedNamingTheSetting() {
    try (World world = new World(SHOWN)) {
      for (String header :
          List.of("X-Forwarded-For", "x-forwarded-host", "Forwarded", "Via", "X-Real-IP")) {
        Reply reply = world.nobody().with(header, "a").get("/metrics").is(ProblemType.FORBIDDEN);
        assertThat(reply.get("detail")).contains("DAVIT_METRICS_TOKEN");
      }
    }
  }

  /** As a page elsewhere would whose name has come to lead here. */
  @Test
  void withoutAToken_anotherNameOfThisMachine_isRefused() throws IOException {
    try (World world = new World(SHOWN)) {
      for (String host : List.of("rebound.example", "localhost.example:80", "192.0.2.1")) {
        String request = "GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        assertThat(Raw.exchange(world.server.port(), request)).startsWith("HTTP/1.1 403 ");
      }
      String own = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      assertThat(Raw.exchange(world.server.port(), own)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void withAToken_whoeverBringsIt_reads() {
    try (World world = new World(SHOWN.withMetricsToken(TOKEN))) {
      Client proxied = world.nobody().with("X-Forwarded-For", "192.0.2.1");
      proxied.with("Authorization", "Bearer " + TOKEN.reveal()).get("/metrics").is(200);
      proxied.with("Authorization", "bearer " + TOKEN.reveal()).get("/metrics").is(200);
    }
  }

  @Test
  void withAToken_whoeverDoesNot_isRefused_hereToo() {
    try (World world = new World(SHOWN.withMetricsToken(TOKEN))) {
      Client here = world.nobody();
      here.get("/metrics").is(ProblemType.UNAUTHENTICATED);
      String user = here.login(World.ANN).header("Authorization");
      for (String wrong :
          List.of(user, TOKEN.reveal(), "Bearer", "Bearer ", "Basic " + TOKEN.reveal())) {
        Reply reply = here.with("Authorization", wrong).get("/metrics");
        reply.is(ProblemType.UNAUTHENTICATED);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.text()).doesNotContain(TOKEN.reveal());
      }
      here.with("Authorization", "Bearer " + TOKEN.reveal()).get("/api/users/me").is(401);
    }
  }

  @Test
  void withoutMetrics_thereIsNoRoute() {
    try (World world = new World(Monitoring.none())) {
      world.nobody().get("/metrics").is(ProblemType.NOT_FOUND);
    }
  }
}
