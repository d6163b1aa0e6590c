package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an observer of requests hears. */
class ObservingTest {
  private final Noted noted = new Noted();
  private final Monitoring monitoring = Monitoring.none().withMetrics(World.NUMBERS, noted);

  @Test
  void requests_areToldByRouteMethodAndStatus() {
    List<String> expected =
        List.of(
            "GET /health/live 200",
            "HEAD /health/live 200",
            "GET /api/users/me 401",
            "GET /api/cloud/connections/{id} 401",
            "POST none 405",
            "other none 405",
            "GET none 404");
    try (World world = new World(monitoring)) {
      Client nobody = world.nobody();
      nobody.get("/health/live").is(200);
      nobody.send("HEAD", "/health/live", BodyPublishers.noBody()).is(200);
      nobody.get("/api/users/me").is(401);
      nobody.get("/api/cloud/connections/an-id-of-anns").is(401);
      nobody.post("/health/live").is(405);
      nobody.send("BREW", "/health/live", BodyPublishers.noBody()).is(405);
      nobody.get("/no/such/route").is(404);
      until(() -> noted.answers.size() == expected.size());
      assertThat(noted.answers).containsExactlyInAnyOrderElementsOf(expected);
      until(() -> noted.inFlight.get() == 0);
      assertThat(noted.entered).hasValue(4);
    }
  }

  @Test
  void bytesOfFiles_areCountedBothWays() {
    byte[] file = "0123456789".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (World world = new World(monitoring)) {
      Client ann = world.nobody().login(World.ANN);
      String id = ann.upload("/api/documents?name=d.txt", file).is(201).get("id");
      assertThat(noted.up).hasValue(file.length);
      ann.get("/api/documents/" + id + "/content").is(200);
      until(() -> noted.down.get() == file.length);
      ann.with("Range", "bytes=0-9").get("/api/documents/" + id + "/content").is(206);
      until(() -> noted.down.get() == file.length + 10);
    }
  }

  /** Every label is a word of the route table or of a short list, whatever clients send. */
  @Test
  void words_areOfClosedLists() {
    List<String> words = new ArrayList<>(List.of("none"));
    try (World world = new World(monitoring)) {
      Stage stage = Stage.set(world);
      stage.routes().forEach(route -> words.add(route.path()));
      for (Route route : stage.routes()) {
        RouteCase.of(route, stage).send(world.nobody());
      }
      for (String path : List.of("/api/" + World.ANN, "/secret-canary", "/%41nn/x", "/api/users")) {
        world.nobody().get(path);
      }
      until(() -> noted.inFlight.get() == 0);
    }
    for (String answer : noted.answers) {
      Map<Integer, String> parts = parts(answer);
      assertThat(parts.get(0)).isIn("GET", "POST", "PATCH", "DELETE");
      assertThat(parts.get(1)).isIn(words);
      assertThat(parts.get(2)).matches("[1-5]\\d\\d");
    }
  }

  private static Map<Integer, String> parts(String answer) {
    String[] parts = answer.split(" ", -1);
    return Map.of(0, parts[0], 1, parts[1], 2, parts[2]);
  }

  /** The server tells its observer after it has answered. */
  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
