package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.ports.ProviderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users are told of the providers. */
class ProvidersTest {
  private static final UnconfiguredProvider DRIVE =
      new UnconfiguredProvider(new ProviderId("google_drive"), "Google Drive");

  @Test
  void providers_sayWhetherTheyAreSetUp_andHowOneConnects() {
    try (World world = new World(settings -> settings.withUnconfigured(List.of(DRIVE)))) {
      Client ann = world.nobody().login(World.ANN);
      List<Map<String, Object>> items = ann.get("/api/cloud/providers").is(200).items();

      assertThat(items)
          .extracting(item -> item.get("id"), item -> item.get("authentication"))
          .containsExactly(
              tuple("memory", "fields"),
              tuple("memory_oauth", "oauth"),
              tuple("memory_operator", "operator"),
              tuple("google_drive", null));
      assertThat(items).extracting(item -> item.get("configured")).startsWith(true, true, true);
      assertThat(items.get(3)).containsEntry("configured", false);
      ann.get("/api/cloud/oauth/initiate/google_drive").is(ProblemType.NOT_FOUND);
    }
  }
}
