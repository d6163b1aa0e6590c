package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testkit.memory.MemoryOAuth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Ann, who has nothing connected yet, before a server whose page is its own. */
abstract class OAuthBench {
  static final String CONNECTED = "http://localhost:8080/?cloud_connected=memory_oauth";
  static final String REFUSED = "http://localhost:8080/?cloud_error=";

  final World world = new World();
  final Client ann = world.nobody().login(World.ANN);
  final MemoryOAuth far = world.cloud.oauth();

  @AfterEach
  void close() {
    world.close();
  }

  List<Map<String, Object>> connections() {
    return ann.get("/api/cloud/connections").is(200).items();
  }

  Reply come(String path, String cookie) {
    return world.nobody().with("Cookie", cookie).get(path);
  }

  void assertRefused(Reply reply, String word) {
    assertThat(reply.is(303).header("Location")).isEqualTo(REFUSED + word);
  }

  void assertNothingHappened() {
    assertThat(connections()).isEmpty();
    assertThat(far.faults().calls("exchange")).isZero();
  }
}
