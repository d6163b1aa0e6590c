package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.drive.DriveScope;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google Drive, emulated and strict, with everything of ours real. */
class GoogleEndToEndTest {
  @TempDir static Path place;
  private static GoogleCloud cloud;
  private static House house;

  @BeforeAll
  static void open() {
    cloud = GoogleCloud.start(place.resolve("google"));
    house = House.open(place.resolve("house"), cloud.settings());
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    cloud.close();
  }

  private static String landed(String how) {
    return house.page() + "?" + how;
  }

  /** Connects, and answers the connection's id. */
  private static String connect(Client user, GoogleAccount account) {
    assertThat(cloud.connect(user, account, Decision.allow()))
        .isEqualTo(landed("cloud_connected=google_drive"));
    return connection(user).path("id").asText();
  }

  private static JsonNode connection(Client user) {
    return user.get("/api/cloud/connections").expect(200).json().at("/items/0");
  }

  private static void assertNoSecretIsAnywhere() {
    String[] secrets = cloud.secrets();
    assertThat(secrets).hasSizeGreaterThan(4);
    assertThat(Canary.found(house.database().bytes(), secrets)).isEmpty();
    assertThat(Canary.found(house.logs().text(), secrets)).isEmpty();
  }

  @Test
  void connectToDisconnect_leavesNoGrantAndNoSecret() {
    GoogleAccount account = cloud.account("nora@gmail.example", "hello.txt");
    Client nora = house.user("nora");
    String connection = connect(nora, account);
    assertThat(connection(nora).path("account_label").asText()).isEqualTo("nora@gmail.example");
    assertThat(cloud.grants(account)).isEqualTo(1);

    Answer root = nora.get("/api/cloud/folders/google_drive/root").expect(200);
    assertThat(root.json().at("/items/0/name").asText()).isEqualTo("hello.txt");
    nora.patch("/api/users/me/default-storage", Map.of("provider", "google_drive")).expect(200);
    byte[] bytes = Samples.bytes(300_000);
    Answer stored = nora.store("report é.bin", bytes).expect(201);
    List<String> there =
        cloud.drive().items().named(cloud.drive().items().root(account.email()), "report é.bin");
    assertThat(there).hasSize(1);
    assertThat(cloud.drive().items().sha256(there.get(0))).isEqualTo(Samples.sha256(bytes));
    String document = stored.header("Location");
    assertThat(nora.get(document + "/content").expect(200).bytes()).isEqualTo(bytes);
    assertThat(
            nora.get("/api/cloud/connections/" + connection + "/search?q=report")
                .expect(200)
                .json()
                .at("/items/0/name")
                .asText())
        .isEqualTo("report é.bin");
    nora.delete(document).expect(204);
    assertNoSecretIsAnywhere();

    nora.delete("/api/cloud/connections/" + connection).expect(204);

    assertThat(cloud.grants(account)).isZero();
    assertNoSecretIsAnywhere();
  }

  @Test
  void tokenThatIsOver_isRenewedUnseen() {
    GoogleAccount account = cloud.account("otto@gmail.example", "otto.txt");
    Client otto = house.user("otto");
    connect(otto, account);
    long before = cloud.google().refreshes();

    cloud.google().expireAccessTokens();

    otto.get("/api/cloud/folders/google_drive/root?refresh=true").expect(200);
    otto.get("/api/cloud/folders/google_drive/root?refresh=true").expect(200);
    assertThat(cloud.google().refreshes()).isEqualTo(before + 1);
    assertThat(connection(otto).path("status").asText()).isEqualTo("ACTIVE");
    assertNoSecretIsAnywhere();
  }

  @Test
  void accessTakenBackAtGoogle_isSaid_andMendedByConnectingAgain() {
    GoogleAccount account = cloud.account("rita@gmail.example", "rita.txt");
    Client rita = house.user("rita");
    String connection = connect(rita, account);

    cloud.google().revoke(account);

    Answer refused = rita.get("/api/cloud/folders/google_drive/root?refresh=true");
    assertThat(refused.expectProblem(409, "reauth-required").text("connection_id"))
        .isEqualTo(connection);
    assertThat(connection(rita).path("status").asText()).isEqualTo("REQUIRES_REAUTH");
    assertThat(cloud.reconnect(rita, connection, account))
        .isEqualTo(landed("cloud_connected=google_drive"));
    assertThat(connection(rita).path("id").asText()).isEqualTo(connection);
    assertThat(connection(rita).path("status").asText()).isEqualTo("ACTIVE");
    rita.get("/api/cloud/folders/google_drive/root?refresh=true").expect(200);
  }

  @Test
  void D3_disconnect_revokesOnlyWhatNobodyElseUses() {
    GoogleAccount account = cloud.account("both@gmail.example", "both.txt");
    Client ann = house.user("ann");
    Client bob = house.user("bob");
    String anns = connect(ann, account);
    String bobs = connect(bob, account);

    ann.delete("/api/cloud/connections/" + anns).expect(204);

    assertThat(cloud.grants(account)).isPositive();
    bob.get("/api/cloud/folders/google_drive/root?refresh=true").expect(200);
    bob.delete("/api/cloud/connections/" + bobs).expect(204);
    assertThat(cloud.grants(account)).isZero();
  }

  @Test
  void O5_O6_deniedOrNotAllAllowed_connectsNothing() {
    GoogleAccount account = cloud.account("dora@gmail.example", "dora.txt");
    Client dora = house.user("dora");

    assertThat(cloud.connect(dora, account, Decision.deny()))
        .isEqualTo(landed("cloud_error=access-denied"));
    assertThat(cloud.connect(dora, account, Decision.without(DriveScope.FULL.scope())))
        .isEqualTo(landed("cloud_error=missing-scope"));

    assertThat(dora.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
    assertThat(cloud.grants(account)).as("what nobody uses is revoked").isZero();
    assertNoSecretIsAnywhere();
  }

  @Test
  void frontendElsewhere_completesWhatItsUserBegan() {
    GoogleAccount account = cloud.account("fay@gmail.example", "fay.txt");
    Map<String, String> settings = new HashMap<>(cloud.settings());
    settings.put("DAVIT_FRONTEND_URL", "https://app.example.org/storage");
    try (House other = House.open(place.resolve("other"), settings)) {
      Client fay = other.user("fay");

      String landed = cloud.connect(fay, account, Decision.allow());

      String start = "https://app.example.org/storage#cloud_handle=";
      assertThat(landed).startsWith(start);
      String handle = landed.substring(start.length());
      other
          .user("gil")
          .post("/api/cloud/oauth/complete", Map.of("handle", "made up"))
          .expectProblem(400, "invalid-flow");
      Answer connected =
          fay.with("Origin", "https://app.example.org")
              .post("/api/cloud/oauth/complete", Map.of("handle", handle))
              .expect(200);
      assertThat(connected.text("account_label")).isEqualTo("fay@gmail.example");
      assertThat(connected.header("Access-Control-Allow-Origin"))
          .isEqualTo("https://app.example.org");
      assertThat(Canary.found(other.logs().text(), cloud.secrets())).isEmpty();
      assertThat(Canary.found(other.logs().text(), handle)).isEmpty();
    }
  }

  @Test
  void providers_sayThatItIsOfferedAndHow() {
    Answer providers = house.user("pia").get("/api/cloud/providers").expect(200);
    assertThat(providers.text())
        .contains("\"id\":\"google_drive\",\"name\":\"Google Drive\",\"configured\":true")
        .contains("\"authentication\":\"oauth\"");
  }
}
