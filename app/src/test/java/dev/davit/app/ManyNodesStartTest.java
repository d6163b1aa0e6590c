package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Nodes;
import dev.davit.app.support.Samples;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.testservers.RedisAlone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start on what they share. */
class ManyNodesStartTest {
  private static final String ADA = "ada@example.org";

  @TempDir Path place;
  private Nodes nodes;

  @BeforeEach
  void open() {
    nodes = Nodes.open(place);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void twoNodes_areOneServer_alsoAfterBothRestarted() {
    Client onA = Client.of(nodes.start(Nodes.redis()).port()).registered(ADA, House.PASSWORD);
    Client onB = onA.at(nodes.start(Nodes.redis()).port());
    byte[] bytes = Samples.bytes(100_000);

    String document = onA.store("report.bin", bytes).expect(201).header("Location");

    assertThat(onB.get("/health/ready").expect(200).json().path("dependencies").size())
        .as("database, storage, redis")
        .isEqualTo(3);
    assertThat(onB.get("/api/users/me").expect(200).text("email")).isEqualTo(ADA);
    assertThat(onB.get(document + "/content").expect(200).bytes()).isEqualTo(bytes);
    nodes.stop();
    Client restarted = onA.at(nodes.start(Nodes.redis()).port());
    assertThat(restarted.get(document + "/content").expect(200).bytes()).isEqualTo(bytes);
    Client again = Client.of(nodes.start(Nodes.redis()).port()).loggedIn(ADA, House.PASSWORD);
    again.delete(document).expect(204);
    restarted.get(document).expectProblem(404, "not-found");
  }

  @Test
  void E1_signingKeys_areSealedInTheDatabase_andAnotherKeysetIsRefusedAtStart()
      throws SQLException {
    nodes.start();
    Map<String, byte[]> rows = serverKeys();

    assertThat(rows).containsOnlyKeys("http-token", "http-csrf");
    rows.forEach(this::assertSealed);

    nodes.stop();
    Path another = place.resolve("another.json");
    TinkVault.create(another);
    assertThatThrownBy(() -> nodes.start(Map.of("DAVIT_KEYSET_FILE", another.toString())))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining(another.toString())
        .hasMessageContaining("is not the one that this database was used with")
        .extracting("kind")
        .isEqualTo(ErrorKind.MISCONFIGURED);
    nodes.start();
  }

  private void assertSealed(String name, byte[] sealed) {
    byte[] key =
        TinkVault.openOrCreate(nodes.keyset(), true)
            .house()
            .open(Bytes.of(sealed), new Binding("", "", "", "server-key|" + name));
    assertThat(key).hasSize(32);
    String latin = new String(key, StandardCharsets.ISO_8859_1);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(latin);
  }

  private Map<String, byte[]> serverKeys() throws SQLException {
    Map<String, byte[]> keys = new HashMap<>();
    try (Connection connection = nodes.database().connect();
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT * FROM davit_server_keys")) {
      while (rows.next()) {
        keys.put(rows.getString("name"), rows.getBytes("sealed"));
      }
    }
    return keys;
  }

  @Test
  void fourNodes_thatStartAtOnceOnAnEmptyDatabase_agreeOnTheKeys() throws Exception {
    List<DavitApp> four = atOnce(4);

    Client ada = Client.of(four.get(0).port()).registered(ADA, House.PASSWORD);

    for (DavitApp node : four) {
      assertThat(ada.at(node.port()).get("/api/users/me").expect(200).text("email")).isEqualTo(ADA);
    }
    assertThat(serverKeys()).hasSize(2);
  }

  private List<DavitApp> atOnce(int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<DavitApp>> starting = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        starting.add(threads.submit(() -> nodes.start()));
      }
      List<DavitApp> started = new ArrayList<>();
      for (Future<DavitApp> each : starting) {
        started.add(each.get(60, TimeUnit.SECONDS));
      }
      return started;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatCantBeUsed_isSaidAtOnce_inWordsThatNameTheSettings() {
    Map<String, String> wrong =
        Map.of(
            "DAVIT_DATABASE_PASSWORD", "not the password",
            "DAVIT_S3_BUCKET", "no-such-bucket",
            "DAVIT_REDIS_URL", RedisAlone.shared().url(),
            "DAVIT_REDIS_PASSWORD", "not the password");

    assertThatThrownBy(() -> nodes.start(wrong))
        .isInstanceOf(CloudException.class)
        .message()
        .hasLineCount(3)
        .contains("it refuses the password of " + nodes.database().user())
        .contains("DAVIT_DATABASE_PASSWORD")
        .contains("The S3 bucket of this service does not exist. See DAVIT_S3_ENDPOINT")
        .contains("Redis asks for no password", "See DAVIT_REDIS_URL")
        .satisfies(said -> assertThat(Canary.found(said, "not the password")).isEmpty());
  }

  @Test
  void anotherSecretKeyOfTheBucket_isSaidInWords() {
    assertThatThrownBy(() -> nodes.start(Map.of("DAVIT_S3_SECRET_KEY", "not the secret key")))
        .hasMessageContaining("refuses this service's access key or secret key")
        .hasMessageContaining("See DAVIT_S3_ENDPOINT")
        .hasMessageNotContaining("not the secret key");
  }

  @Test
  void aRedisThatIsAway_keepsNoNodeFromStarting() {
    DavitApp node = nodes.start(Map.of("DAVIT_REDIS_URL", "redis://127.0.0.1:1"));

    Client ada = Client.of(node.port()).registered(ADA, House.PASSWORD);
    ada.get("/api/users/me").expect(200);
    assertThat(ada.get("/health/ready").expect(200).text("status")).isEqualTo("degraded");
  }

  @Test
  void aDatabaseThatIsNotThere_orNobodyHome_isSaidInWords() {
    String url = nodes.database().url();

    assertThatThrownBy(() -> nodes.start(Map.of("DAVIT_DATABASE_URL", url + "x")))
        .hasMessageContaining("there is no database of that name. Make it");
    assertThatThrownBy(
            () ->
                nodes.start(
                    Map.of(
                        "DAVIT_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:1/davit",
                        "DAVIT_DATABASE_CONNECT_TIMEOUT",
                        "PT1S")))
        .hasMessageContaining("PostgreSQL at 127.0.0.1:1/davit can't be used: it can't be reached");
  }
}
