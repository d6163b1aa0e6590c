package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server has acknowledged to its only user, and what it may or may not have done since. */
public final class Model {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Hashes of documents by id: acknowledged, and nobody asked to delete them. */
  private final Map<String, String> documents = new ConcurrentHashMap<>();

  /** Hashes of documents whose deletion was asked for and not acknowledged. */
  private final Map<String, String> deleting = new ConcurrentHashMap<>();

  /** Hashes of uploads that were not acknowledged. */
  private final Set<String> storing = ConcurrentHashMap.newKeySet();

  private final Map<String, String> connections = new ConcurrentHashMap<>();
  private final AtomicInteger acknowledged = new AtomicInteger();

  void storing(String hash) {
    storing.add(hash);
  }

  void stored(String hash, String id) {
    storing.remove(hash);
    documents.put(id, hash);
    acknowledged.incrementAndGet();
  }

  /** A document that may be deleted now; no other worker gets it. */
  Optional<String> takeToDelete() {
    Iterator<String> ids = documents.keySet().iterator();
    while (ids.hasNext()) {
      String id = ids.next();
      String hash = documents.remove(id);
      if (hash != null) {
        deleting.put(id, hash);
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  void deleted(String id) {
    deleting.remove(id);
    acknowledged.incrementAndGet();
  }

  /** A connect of this account was acknowledged. */
  public void connected(String account, String id) {
    String before = connections.put(account, id);
    assertThat(before == null || before.equals(id)).as("one connection per account").isTrue();
    acknowledged.incrementAndGet();
  }

  /** How often the server acknowledged something. */
  public int acknowledged() {
    return acknowledged.get();
  }

  /**
   * Holds that a restarted server has all it acknowledged, nothing half, and, once it has tidied
   * up, no more than that, neither in its database nor at the foreign server. Takes over what it
   * did without being able to say so.
   */
  public void check(ForkedHouse house, Client user) {
    takeOver(listed(user));
    Await.until("no job left", SOON, () -> house.database().rows("jobs") == 0);
    Map<String, String> after = listed(user);
    assertThat(after).isEqualTo(documents);
    assertThat(house.database().rows("documents")).isEqualTo(after.size());
    assertThat(hashes(house)).containsExactlyInAnyOrderElementsOf(after.values());
    checkConnections(house, user);
  }

  private void takeOver(Map<String, String> listed) {
    assertThat(listed).as("nothing acknowledged is lost").containsAllEntriesOf(documents);
    listed.forEach(
        (id, hash) -> {
          if (!documents.containsKey(id)) {
            assertThat(storing.contains(hash) || hash.equals(deleting.get(id)))
                .as("unknown or half document %s", id)
                .isTrue();
            documents.put(id, hash);
          }
        });
    deleting.clear();
    storing.clear();
  }

  /** What is listed, by id, with the hash of what is read. */
  private static Map<String, String> listed(Client user) {
    Map<String, String> all = new HashMap<>();
    JsonNode list = user.get("/api/documents?limit=1000").expect(200).json();
    assertThat(list.has("next_page_token")).isFalse();
    for (JsonNode document : list.path("items")) {
      String id = document.path("id").asText();
      assertThat(document.path("state").asText()).isEqualTo("READY");
      String hash =
          Samples.sha256(user.get("/api/documents/" + id + "/content").expect(200).bytes());
      assertThat(hash).isEqualTo(document.path("sha256").asText());
      all.put(id, hash);
    }
    return all;
  }

  private static List<String> hashes(ForkedHouse house) {
    return Trees.files(house.foreign().folder()).stream()
        .map(file -> Samples.sha256(Trees.read(house.foreign().folder().resolve(file))))
        .toList();
  }

  private void checkConnections(ForkedHouse house, Client user) {
    JsonNode items = user.get("/api/cloud/connections").expect(200).json().path("items");
    assertThat(items.findValuesAsText("id")).containsAll(connections.values());
    for (JsonNode connection : items) {
      String path = "/api/cloud/connections/" + connection.path("id").asText() + "/check";
      assertThat(user.post(path).expect(200).text("status")).isEqualTo("ACTIVE");
    }
    assertThat(house.database().rows("connections")).isEqualTo(items.size());
    assertThat(house.database().rows("credentials")).isEqualTo(items.size());
  }
}
