package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.OAuthCloud;
import dev.davit.app.support.Samples;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cloud that is connected on pages of its own, emulated and strict, with everything of ours real;
 * and what holds for all of them.
 *
 * @param <C> the cloud
 * @param <A> who has an account there
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OAuthEndToEndBench<C extends OAuthCloud<?, A, ?>, A> {
  @TempDir static Path place;

  private final String provider;
  private final String name;
  C cloud;
  House house;

  /**
   * A bench.
   *
   * @param provider its id
   * @param name as users know it
   */
  OAuthEndToEndBench(String provider, String name) {
    this.provider = provider;
    this.name = name;
  }

  /** Starts the cloud in a folder of its own. */
  abstract C start(Path folder);

  @BeforeAll
  void open() {
    cloud = start(place.resolve("cloud"));
    house = House.open(place.resolve("house"), cloud.settings());
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
    cloud.close();
  }

  final String landed(String how) {
    return house.page() + "?" + how;
  }

  final String root() {
    return "/api/cloud/folders/" + provider + "/root?refresh=true";
  }

  /** Connects, and answers the connection's id. */
  final String connect(Client user, A account) {
    assertThat(cloud.connect(user, account)).isEqualTo(landed("cloud_connected=" + provider));
    return connection(user).path("id").asText();
  }

  final JsonNode connection(Client user) {
    return user.get("/api/cloud/connections").expect(200).json().at("/items/0");
  }

  final String status(Client user) {
    return connection(user).path("status").asText();
  }

  final void keepDocumentsThere(Client user) {
    user.patch("/api/users/me/default-storage", Map.of("provider", provider)).expect(200);
  }

  final void assertNoSecretIsAnywhere() {
    String[] secrets = cloud.secrets();
    assertThat(secrets).hasSizeGreaterThan(4);
    assertThat(Canary.found(house.database().bytes(), secrets)).isEmpty();
    assertThat(Canary.found(house.logs().text(), secrets)).isEmpty();
  }

  @Test
  void connectToDisconnect_leavesNoSecret() {
    A account = cloud.account("nora@mail.example", "hello.txt");
    Client nora = house.user("nora");
    String connection = connect(nora, account);
    assertThat(connection(nora).path("account_label").asText()).isEqualTo("nora@mail.example");
    assertThat(cloud.grants(account)).isEqualTo(1);

    Answer root = nora.get(root()).expect(200);
    assertThat(root.json().at("/items/0/name").asText()).isEqualTo("hello.txt");
    keepDocumentsThere(nora);
    byte[] bytes = Samples.bytes(300_000);
    Answer stored = nora.store("report é.bin", bytes).expect(201);
    assertThat(cloud.sha256(account, "report é.bin")).containsExactly(Samples.sha256(bytes));
    String document = stored.header("Location");
    assertThat(nora.get(document + "/content").expect(200).bytes()).isEqualTo(bytes);
    String there = "/api/cloud/connections/" + connection;
    Answer found = nora.get(there + "/search?q=report").expect(200);
    assertThat(found.json().at("/items/0/name").asText()).isEqualTo("report é.bin");
    assertThat(nora.get(there + "/quota").expect(200).json().path("used").asLong())
        .isGreaterThanOrEqualTo(bytes.length);
    nora.delete(document).expect(204);
    assertNoSecretIsAnywhere();

    nora.delete(there).expect(204);

    assertThat(nora.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
    assertDisconnected(account);
    assertNoSecretIsAnywhere();
  }

  /** What is left at the provider of whoever has disconnected. */
  abstract void assertDisconnected(A account);

  @Test
  void tokenThatIsOver_isRenewedUnseen() {
    A account = cloud.account("otto@mail.example", "otto.txt");
    Client otto = house.user("otto");
    connect(otto, account);
    long before = cloud.refreshes();

    cloud.expireAccessTokens();

    otto.get(root()).expect(200);
    otto.get(root()).expect(200);
    assertThat(cloud.refreshes()).isEqualTo(before + 1);
    assertThat(status(otto)).isEqualTo("ACTIVE");
    assertNoSecretIsAnywhere();
  }

  @Test
  void accessTakenBackThere_isSaid_andMendedByConnectingAgain() {
    A account = cloud.account("rita@mail.example", "rita.txt");
    Client rita = house.user("rita");
    String connection = connect(rita, account);

    cloud.revoke(account);
    cloud.expireAccessTokens();

    Answer refused = rita.get(root()).expectProblem(409, "reauth-required");
    assertThat(refused.text("connection_id")).isEqualTo(connection);
    assertThat(status(rita)).isEqualTo("REQUIRES_REAUTH");
    assertThat(cloud.reconnect(rita, connection, account))
        .isEqualTo(landed("cloud_connected=" + provider));
    assertThat(connection(rita).path("id").asText()).isEqualTo(connection);
    assertThat(status(rita)).isEqualTo("ACTIVE");
    rita.get(root()).expect(200);
  }

  @Test
  void O6_reconnectByAnotherAccount_isAnotherConnection_andTheSameOneOnceIsOne() {
    A first = cloud.account("mia@mail.example", "mia.txt");
    A second = cloud.account("max@mail.example", "max.txt");
    Client mia = house.user("mia");
    String connection = connect(mia, first);

    assertThat(connect(mia, first)).isEqualTo(connection);
    cloud.reconnect(mia, connection, second);

    JsonNode all = mia.get("/api/cloud/connections").expect(200).json().path("items");
    assertThat(all.findValuesAsText("account_label"))
        .containsExactlyInAnyOrder("mia@mail.example", "max@mail.example");
    mia.get(root()).expectProblem(409, "conflict");
  }

  @Test
  void providers_sayThatItIsOfferedAndHow() {
    String offered = "\"id\":\"%s\",\"name\":\"%s\",\"configured\":true".formatted(provider, name);
    assertThat(house.user("pia").get("/api/cloud/providers").expect(200).text())
        .contains(offered + ",\"authentication\":\"oauth\"");
  }
}
