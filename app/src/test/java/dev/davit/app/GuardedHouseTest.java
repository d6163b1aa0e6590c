package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.outbound.Vectors;
import dev.davit.outbound.Vectors.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of addresses, typed into the server itself. */
class GuardedHouseTest {
  @TempDir static Path place;
  private static GuardedHouse house;
  private static Client ada;
  private static Client mallory;
  private static String refusal;

  @BeforeAll
  static void open() throws IOException {
    house = GuardedHouse.open(place, GuardedHouse.names());
    Path served = house.world().foreign().folder();
    Files.createDirectories(served.resolve("remote.php/dav/files/alice"));
    Files.createDirectories(served.resolve("dav/a b/\u00e9"));
    ada = house.user("ada");
    mallory = house.user("mallory");
    refusal =
        house
            .connect(mallory, "https://127.0.0.1/")
            .expectProblem(422, "address-refused")
            .comparable();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Row> denied() {
    return Vectors.urls().stream()
        .filter(row -> !row.allowed() && !misleads(row) && !row.reason().startsWith("DNS_REBIND"));
  }

  static Stream<Row> misleading() {
    return Vectors.urls().stream().filter(GuardedHouseTest::misleads);
  }

  static Stream<Row> allowed() {
    return Vectors.urls().stream().filter(Row::allowed);
  }

  private static boolean misleads(Row row) {
    return row.reason().startsWith("REDIRECT") || row.reason().startsWith("HREF");
  }

  @ParameterizedTest
  @MethodSource("denied")
  void S1_S2_S6_deniedAddress_isRefusedInOneText(Row row) {
    long before = house.world().roads().taken();

    Answer answer = house.connect(mallory, row.url());

    if (row.url().chars().anyMatch(Character::isISOControl)) {
      answer.expectProblem(400, "invalid-request"); // Not even a text.
    } else {
      assertThat(answer.comparable()).isEqualTo(refusal);
    }
    assertThat(house.world().roads().taken()).isEqualTo(before);
    assertNothingHappened();
  }

  @ParameterizedTest
  @MethodSource("misleading")
  void S4_S7_misleadingServer_isNotFollowed(Row row) {
    long before = house.world().roads().taken();

    house.connect(mallory, row.url()).expectProblem(422, "not-webdav");

    // Once without the password, and once with it if that was asked for.
    assertThat(house.world().roads().taken()).isBetween(before + 1, before + 2);
    assertNothingHappened();
  }

  private static void assertNothingHappened() {
    house.assertUnharmed();
    assertThat(mallory.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void S1_S2_S4_allowedAddress_isConnected(Row row) {
    String id = house.connect(ada, row.url()).expect(201).text("id");

    ada.get("/api/cloud/connections/" + id + "/files/root/children").expect(200);
    house.assertUnharmed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/", // denied
        "https://cloud.example.com:22/", // a port that is not open
        "https://nx.attacker.example/", // no such name
        "https://empty.attacker.example/", // a name without an address
        "https://dead.example.com/", // nobody answers
        "https://unnamed.example.com/", // another's certificate
        "https://user:word@cloud.example.com/", // malformed
        "https://self.example.com/" // our own
      })
  void S6_whateverStandsInTheWay_isSaidInOneText(String url) {
    assertThat(house.connect(mallory, url).comparable()).isEqualTo(refusal);
    assertNothingHappened();
  }

  @Test
  void S6_wrongPassword_isSaidOnlyBehindVerifiedTls() {
    List<String> words =
        Stream.of("https://cloud.example.com/", "https://unnamed.example.com/")
            .map(url -> connectWithWrongPassword(url).text("type"))
            .toList();

    assertThat(words)
        .containsExactly(
            "urn:davit:problem:credentials-refused", "urn:davit:problem:address-refused");
  }

  private static Answer connectWithWrongPassword(String url) {
    return mallory.post(
        "/api/cloud/connections/webdav",
        Map.of("server_url", url, "username", "ada", "password", "wrong"));
  }
}
