package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What those who probe a server are answered. */
class HealthRoutesTest {
  private static final HealthCheck AWAY =
      new HealthCheck(
          "redis",
          false,
          () -> {
            throw new CloudException(ErrorKind.UNAVAILABLE, "canary.example:6379 is away");
          });

  @Test
  void ready_namesEachDependency() {
    Monitoring monitoring =
        Monitoring.none().withChecks(List.of(new HealthCheck("storage", true, () -> {})));
    try (World world = new World(monitoring)) {
      Reply reply = world.nobody().get("/health/ready").is(200);
      assertThat(reply.json())
          .containsEntry("status", "ready")
          .containsEntry(
              "dependencies",
              Map.of("database", Map.of("status", "up"), "storage", Map.of("status", "up")));
    }
  }

  @Test
  void degraded_isAnswered200_andSaysNothingOfWhere() {
    try (World world = new World(Monitoring.none().withChecks(List.of(AWAY)))) {
      Reply reply = world.nobody().get("/health/ready").is(200);
      assertThat(reply.get("status")).isEqualTo("degraded");
      assertThat(reply.text()).doesNotContain("canary");
    }
  }

  @Test
  void storesAway_is503_andLiveStays() {
    try (World world = new World()) {
      world.stores.down(true);
      Reply reply = world.nobody().get("/health/ready").is(503);
      assertThat(reply.header("Content-Type")).isEqualTo(Answer.JSON);
      assertThat(reply.get("status")).isEqualTo("unavailable");
      world.nobody().get("/health/live").is(200);
    }
  }

  /** So that load balancers hear of it while their requests are still answered. */
  @Test
  void whileItDrains_itIsNotReadyAndAnswers() throws Exception {
    World world = new World(Monitoring.none().withDrain(Duration.ofSeconds(1)));
    world.nobody().get("/health/ready").is(200);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(world.server::close);
    Reply ready = world.nobody().get("/health/ready");
    while (ready.status() == 200) {
      ready = world.nobody().get("/health/ready");
    }
    assertThat(ready.is(503).text()).contains("stopping");
    world.nobody().get("/health/live").is(200);
    closing.get(20, TimeUnit.SECONDS);
    world.davit.close();
  }
}
