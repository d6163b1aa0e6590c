package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.app.support.Samples;
import dev.davit.outbound.StubDns;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead to a good server when they are connected, and inside later. */
class LaterUseTest {
  private static final String NAME = "later.attacker.example";
  private static final List<String> ANSWERS =
      List.of(
          "1.1.1.1",
          "127.0.0.1",
          "1.1.1.1,127.0.0.1",
          "169.254.169.254",
          "1.1.1.1,::1",
          "10.0.0.5",
          "1.1.1.1,169.254.169.254",
          "::1",
          "0.0.0.0",
          "fd00:ec2::254");

  @TempDir static Path place;
  private static StubDns names;
  private static GuardedHouse house;
  private static Client ada;

  @BeforeAll
  static void open() throws IOException {
    names = GuardedHouse.names().put(NAME, "1.1.1.1");
    house = GuardedHouse.open(place, names);
    Files.writeString(house.world().foreign().folder().resolve("plan.txt"), "secret");
    ada = house.user("ada");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "169.254.169.254",
        "fd00:ec2::254",
        "10.0.0.5",
        "192.168.1.10",
        "64:ff9b::a00:5",
        "1.1.1.1,10.0.0.5",
        "198.41.0.4"
      })
  void S2_nameThatLaterLeadsInside_isRefusedAtEachUse(String later) {
    names.put(NAME, "1.1.1.1");
    String id = house.connect(ada, "https://" + NAME + "/").expect(201).text("id");
    String files = "/api/cloud/connections/" + id + "/files/";
    String file = files + fileIn(files);
    ada.patch("/api/users/me/default-storage", storage(id)).expect(200);
    String document = ada.store("letter", Samples.bytes(10)).expect(201).text("id");
    long asked = house.world().foreign().requests();
    long taken = house.world().roads().taken();

    names.put(NAME, later);

    assertThat(reads(id, file, document)).allSatisfy(LaterUseTest::isRefused);
    assertThat(writes(files, file)).allSatisfy(LaterUseTest::isRefused);
    isRefused(house.connect(ada, "https://" + NAME + "/"));
    assertThat(house.world().foreign().requests()).isEqualTo(asked);
    assertThat(house.world().roads().taken()).isEqualTo(taken);
    house.assertUnharmed();
    names.put(NAME, "1.1.1.1");
    assertThat(ada.get(file + "/content").expect(200).text()).isEqualTo("secret");
  }

  private static List<Answer> reads(String id, String file, String document) {
    String connection = "/api/cloud/connections/" + id;
    return List.of(
        ada.get(connection + "/files/root/children?refresh=true"),
        ada.get("/api/cloud/folders/webdav/root?refresh=true&connection_id=" + id),
        ada.get(file),
        ada.get(file + "/content"),
        ada.get(connection + "/quota"),
        ada.post(connection + "/check"),
        ada.get("/api/documents/" + document + "/content"));
  }

  private static List<Answer> writes(String files, String file) {
    return List.of(
        ada.upload(files + "root/upload", "x", "text/plain", BodyPublishers.ofString("x")),
        ada.post(files + "root/folder", Map.of("name", "new")),
        ada.post(file + "/move", Map.of("folder_id", "root", "name", "y")),
        ada.delete(file),
        ada.store("another letter", Samples.bytes(10)));
  }

  private static void isRefused(Answer answer) {
    answer.expectProblem(422, "address-refused");
  }

  private static String fileIn(String files) {
    for (JsonNode entry : ada.get(files + "root/children").expect(200).json().path("items")) {
      if (entry.path("name").asText().equals("plan.txt")) {
        return entry.path("id").asText();
      }
    }
    throw new AssertionError("no plan");
  }

  private static Map<String, String> storage(String connection) {
    return Map.of("provider", "webdav", "connection_id", connection);
  }

  @Test
  void S2_thousandRebindingTries_reachOnlyWhatThatLookupChecked() {
    Client eve = house.user("eve");
    names.put("rebind.attacker.example", "1.1.1.1");
    String id = house.connect(eve, "https://rebind.attacker.example/").expect(201).text("id");
    names.put(
        "rebind.attacker.example",
        IntStream.range(0, 1000)
            .mapToObj(i -> ANSWERS.get(i * 7 % ANSWERS.size()))
            .toArray(String[]::new));
    long taken = house.world().roads().taken();

    int[] statuses =
        IntStream.range(0, 1000)
            .map(i -> eve.get("/api/cloud/connections/" + id + "/files/root").status())
            .toArray();

    assertThat(statuses).containsOnly(200, 422);
    assertThat(IntStream.of(statuses).filter(status -> status == 200).count()).isEqualTo(100);
    assertThat(house.world().roads().taken()).isEqualTo(taken + 100);
    house.assertUnharmed();
  }

  @ParameterizedTest
  @CsvSource({"rebind.attacker.example, 127.0.0.1", "flip.attacker.example, 169.254.169.254"})
  void S2_rebindingRow_passesWhenConnectedAndIsRefusedLater(String name, String later) {
    names.put(name, "1.1.1.1");
    Client bob = house.user(name.substring(0, 4));

    String id = house.connect(bob, "https://" + name + "/").expect(201).text("id");
    names.put(name, later, "1.1.1.1", later);

    isRefused(bob.get("/api/cloud/connections/" + id + "/files/root"));
    house.assertUnharmed();
  }
}
