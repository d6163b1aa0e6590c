package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.app.support.MicrosoftCloud;
import dev.davit.app.support.Samples;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.nextcloud.NextcloudEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server with every cloud beside it, and users who leave them with documents. */
abstract class PartingBench {
  static final String CONNECTIONS = "/api/cloud/connections/";
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Nothing, a few, and more than any cloud here takes in one request or one chunk. */
  private static final int[] SIZES = {0, 1000, 6 << 20};

  @TempDir static Path place;
  static GoogleCloud google;
  static MicrosoftCloud microsoft;
  static NextcloudEmulator nextcloud;
  static House house;

  @BeforeAll
  static void open() {
    google = GoogleCloud.start(place.resolve("google"));
    microsoft = MicrosoftCloud.start(place.resolve("microsoft"));
    nextcloud = NextcloudEmulator.start(place.resolve("nextcloud"));
    Map<String, String> settings = new HashMap<>(google.settings());
    settings.putAll(microsoft.settings());
    house = House.open(place.resolve("house"), settings);
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    nextcloud.close();
    microsoft.close();
    google.close();
  }

  /** Connects a drive, and answers the connection's id; new documents go there. */
  static String connectDrive(Client user, GoogleAccount account) {
    assertThat(google.connect(user, account)).contains("cloud_connected=");
    return choose(user, "google_drive");
  }

  static void connectNextcloud(Client user) {
    nextcloud.addUser("mona", "mona-id", "the-account's-own");
    Map<String, String> fields =
        Map.of(
            "provider",
            "nextcloud",
            "server_url",
            nextcloud.address().toString(),
            "username",
            "mona",
            "password",
            nextcloud.addAppPassword("mona", "typed in"));
    user.post(CONNECTIONS + "webdav", fields).expect(201);
  }

  /** New documents go there from now on; answers the connection's id. */
  static String choose(Client user, String provider) {
    return user.patch("/api/users/me/default-storage", Map.of("provider", provider))
        .expect(200)
        .text("connection_id");
  }

  /** Leaves a connection for another, and answers that one's id. */
  static String go(Client user, String from, String to) {
    String there = choose(user, to);
    leave(user, from, "move");
    return there;
  }

  static void leave(Client user, String connection, String choice) {
    user.delete(CONNECTIONS + connection + "?documents=" + choice).expect(202);
    Await.until(
        "that it is gone by: " + choice,
        LONG,
        () -> user.get(CONNECTIONS + connection).status() == 404);
  }

  static String[] store(Client user) {
    String[] documents = new String[SIZES.length];
    for (int i = 0; i < SIZES.length; i++) {
      Answer stored = user.store(name(i), Samples.bytes(SIZES[i])).expect(201);
      documents[i] = stored.header("Location");
    }
    return documents;
  }

  static String name(int i) {
    return "parting " + i + ".bin";
  }

  static String sha256(int i) {
    return Samples.sha256(Samples.bytes(SIZES[i]));
  }

  static void assertThere(Client user, String[] documents, String provider) {
    for (int i = 0; i < documents.length; i++) {
      Answer document = user.get(documents[i]).expect(200);
      assertThat(document.text("provider")).isEqualTo(provider);
      assertThat(document.text("state")).isEqualTo("READY");
      assertThat(document.text("sha256")).isEqualTo(sha256(i));
      byte[] bytes = user.get(documents[i] + "/content").expect(200).bytes();
      assertThat(Samples.sha256(bytes)).isEqualTo(sha256(i));
    }
    assertThat(user.get("/api/documents").expect(200).json().path("items")).hasSize(SIZES.length);
  }

  static void assertKept(Client user, String connection) {
    String reason = "disconnect_failed";
    Await.until(
        "that it is kept",
        LONG,
        () -> user.get(CONNECTIONS + connection).text("status_reason").equals(reason));
    Answer kept = user.get(CONNECTIONS + connection).expect(200);
    assertThat(kept.text("status")).isEqualTo("ACTIVE");
  }

  static void assertNoDocument(Client user, String... documents) {
    for (String document : documents) {
      user.get(document).expectProblem(404, "not-found");
    }
  }
}
