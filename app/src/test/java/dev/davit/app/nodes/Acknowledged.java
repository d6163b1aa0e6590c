package dev.davit.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Client;
import dev.davit.app.support.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The documents of one user that a server said it has, by id, with their hashes. */
final class Acknowledged {
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();

  void stored(String id, byte[] bytes) {
    hashes.put(id, Samples.sha256(bytes));
    ids.add(id);
  }

  /** Any of them. */
  String any(SplittableRandom random) {
    return ids.get(random.nextInt(ids.size()));
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  int size() {
    return ids.size();
  }

  void assertIs(String id, byte[] bytes) {
    assertThat(Samples.sha256(bytes)).as("what document %s holds", id).isEqualTo(hashes.get(id));
  }

  /** Holds that this node lists and reads all of them. */
  void assertAllAreThere(Client user) {
    Set<String> listed = new HashSet<>();
    String token = "";
    do {
      String query = token.isEmpty() ? "" : "&page_token=" + Client.encoded(token);
      JsonNode page = user.get("/api/documents?limit=1000" + query).expect(200).json();
      page.path("items").forEach(document -> listed.add(document.path("id").asText()));
      token = page.path("next_page_token").asText();
    } while (!token.isEmpty());
    assertThat(listed).containsAll(ids);
    hashes.forEach(
        (id, hash) ->
            assertIs(id, user.get("/api/documents/" + id + "/content").expect(200).bytes()));
  }
}
