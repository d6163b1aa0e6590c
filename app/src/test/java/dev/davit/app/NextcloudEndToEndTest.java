package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.emulator.nextcloud.NextcloudEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Nextcloud connected on its own page, or by an app password, with everything of ours real. */
class NextcloudEndToEndTest {
  private static final String LOGINS = "/api/cloud/connections/nextcloud/login";

  @TempDir static Path place;
  private static NextcloudEmulator cloud;
  private static House house;

  @BeforeAll
  static void open() {
    cloud = NextcloudEmulator.start(place.resolve("cloud"));
    house = House.open(place.resolve("house"));
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    cloud.close();
  }

  private static Answer start(Client user) {
    return user.post(LOGINS, Map.of("server_url", cloud.address().toString())).expect(201);
  }

  /** Asks until it is connected, and answers the connection's id. */
  private static String awaitConnected(Client user, Answer login) {
    String poll = login.header("Location");
    Await.until(
        "the connection",
        Duration.ofSeconds(30),
        () -> user.get(poll).expect(200).text("state").equals("connected"));
    return user.get(poll).expect(200).json().at("/connection/id").asText();
  }

  private static String status(Client user, String connection) {
    return user.get("/api/cloud/connections/" + connection).expect(200).text("status");
  }

  @Test
  void loginOnThePage_toDisconnect_leavesNoAppPassword() throws IOException {
    cloud.addUser("nora", "nora-id", "the-account's-own");
    Files.writeString(cloud.files("nora-id").resolve("hello.txt"), "hello");
    Client nora = house.user("nora");
    Answer login = start(nora);
    URI page = URI.create(login.text("login_url"));
    assertThat(page.resolve("/")).isEqualTo(cloud.address());
    assertThat(nora.get(login.header("Location")).expect(200).text("state")).isEqualTo("waiting");

    cloud.grant(page, "nora");
    String connection = awaitConnected(nora, login);

    assertThat(cloud.appPasswords("nora")).hasSize(1).first().asString().contains("Davit");
    Answer root = nora.get("/api/cloud/folders/nextcloud/root").expect(200);
    assertThat(root.json().at("/items/0/name").asText()).isEqualTo("hello.txt");
    byte[] bytes = Samples.bytes(100_000);
    String files = "/api/cloud/connections/" + connection + "/files/";
    nora.multipart(files + "root/upload?name=new.bin", "new.bin", bytes).expect(201);
    assertThat(cloud.files("nora-id").resolve("new.bin")).hasBinaryContent(bytes);

    nora.delete("/api/cloud/connections/" + connection).expect(204);

    assertThat(cloud.appPasswords("nora")).isEmpty();
    nora.get(login.header("Location")).expectProblem(400, "invalid-flow");
  }

  @Test
  void appPasswordRevoked_isMendedByALogInOnThePage() {
    cloud.addUser("rita", "rita-id", "the-account's-own");
    String typed = cloud.addAppPassword("rita", "typed in");
    Client rita = house.user("rita");
    Map<String, String> fields =
        Map.of(
            "provider",
            "nextcloud",
            "server_url",
            cloud.address().toString(),
            "username",
            "rita",
            "password",
            typed);
    String connection = rita.post("/api/cloud/connections/webdav", fields).expect(201).text("id");
    cloud.revoke(typed);
    rita.get("/api/cloud/folders/nextcloud/root?refresh=true")
        .expectProblem(409, "reauth-required");
    assertThat(status(rita, connection)).isEqualTo("REQUIRES_REAUTH");

    Answer login = start(rita);
    cloud.grant(URI.create(login.text("login_url")), "rita");

    assertThat(awaitConnected(rita, login)).isEqualTo(connection);
    assertThat(status(rita, connection)).isEqualTo("ACTIVE");
    rita.get("/api/cloud/folders/nextcloud/root?refresh=true").expect(200);
    assertThat(Canary.found(house.database().bytes(), typed)).isEmpty();
    assertThat(Canary.found(house.logs().text(), typed, login.text("flow"))).isEmpty();
  }

  @Test
  void noNextcloudThere_isSaidAndNothingIsKept() {
    Client otto = house.user("otto");
    long jobs = house.database().rows("jobs");

    otto.post(LOGINS, Map.of("server_url", house.foreign().address().toString()))
        .expectProblem(422, "not-webdav");
    otto.post(LOGINS, Map.of("server_url", "http://127.0.0.1:1/"))
        .expectProblem(422, "address-refused");

    assertThat(house.database().rows("jobs")).isEqualTo(jobs);
  }
}
