package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.app.support.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way over HTTP, with everything real, against a WebDAV server that nobody here wrote.
 */
class EndToEndTest {
  @TempDir Path place;
  private House house;

  @BeforeEach
  void open() {
    house = House.open(place);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void fromRegistrationToDisconnect_leavesNothing() throws IOException {
    Files.createDirectory(house.foreign().folder().resolve("Papers"));
    Client ada = house.user("ada");
    String connection = house.connect(ada);
    String papers = chooseFolder(ada, connection, "Papers");
    byte[] bytes = Samples.bytes(300_000);

    Answer stored = ada.store("report é.bin", bytes).expect(201);
    String document = stored.header("Location");
    assertThat(document).isEqualTo("/api/documents/" + stored.text("id"));
    assertThat(stored.text("sha256")).isEqualTo(Samples.sha256(bytes));
    assertThat(stored.text("state")).isEqualTo("READY");
    assertThat(stored.text("connection_id")).isEqualTo(connection);
    assertThat(house.foreign().folder().resolve("Papers/report é.bin")).hasBinaryContent(bytes);
    assertThat(ada.get(document + "/content").expect(200).bytes()).isEqualTo(bytes);
    assertThat(entries(ada, connection, papers)).contains("report é.bin");

    ada.delete("/api/cloud/connections/" + connection).expectProblem(409, "conflict");
    ada.delete(document).expect(204);
    ada.get(document).expectProblem(404, "not-found");
    assertThat(Trees.files(house.foreign().folder())).isEmpty();

    assertThat(house.database().rows("credentials")).isEqualTo(1);
    ada.delete("/api/cloud/connections/" + connection).expect(204);
    assertThat(ada.get("/api/cloud/connections").json().path("items")).isEmpty();
    assertThat(house.database().rows("credentials")).isZero();
    assertThat(house.database().rows("connections")).isZero();
    assertThat(house.database().rows("documents")).isZero();
    assertThat(house.database().rows("jobs")).isZero();
    E5_noSecretIsAnywhere();
  }

  private static String chooseFolder(Client user, String connection, String name) {
    Answer root = user.get("/api/cloud/folders/webdav/root").expect(200);
    assertThat(root.text("connection_id")).isEqualTo(connection);
    assertThat(root.json().at("/items/0/name").asText()).isEqualTo(name);
    String folder = root.json().at("/items/0/id").asText();
    Map<String, String> choice =
        Map.of("provider", "webdav", "connection_id", connection, "folder_id", folder);
    assertThat(user.patch("/api/users/me/default-storage", choice).expect(200).json())
        .isEqualTo(user.get("/api/users/me/default-storage").expect(200).json());
    return folder;
  }

  private static String entries(Client user, String connection, String folder) {
    return user.get("/api/cloud/connections/" + connection + "/files/" + folder + "/children")
        .expect(200)
        .text();
  }

  private void E5_noSecretIsAnywhere() {
    assertThat(Canary.found(house.database().bytes(), House.DAV_PASSWORD, House.PASSWORD))
        .isEmpty();
    assertThat(Canary.found(house.logs().text(), House.DAV_PASSWORD, House.PASSWORD)).isEmpty();
  }

  @Test
  void E5_whileConnected_noSecretIsInTheDatabase() {
    Client ada = house.user("ada");
    house.connect(ada);

    assertThat(new String(house.database().bytes(), StandardCharsets.ISO_8859_1))
        .contains(House.email("ada"));
    E5_noSecretIsAnywhere();
  }

  @Test
  void wrongPassword_isRefusedAndNothingIsKept() {
    Client ada = house.user("ada");

    ada.connect(house.foreign().address(), House.DAV_USER, "not the password")
        .expectProblem(422, "credentials-refused");

    assertThat(house.database().rows("connections")).isZero();
    assertThat(house.database().rows("credentials")).isZero();
    assertThat(ada.get("/api/cloud/connections").json().path("items")).isEmpty();
    assertThat(Canary.found(house.database().bytes(), "not the password")).isEmpty();
    assertThat(Canary.found(house.logs().text(), "not the password")).isEmpty();
  }

  @Test
  void noServerThere_isRefusedAndNothingIsKept() {
    Client ada = house.user("ada");

    ada.connect(house.foreign().address().resolve("https://127.0.0.1:1/"), "ada", "x")
        .expectProblem(422, "address-refused");

    assertThat(house.database().rows("connections")).isZero();
  }

  @Test
  void disconnect_whileTheServerIsAway_stillForgetsTheCredential() {
    Client ada = house.user("ada");
    String connection = house.connect(ada);
    house.foreign().close();

    ada.delete("/api/cloud/connections/" + connection).expect(204);

    assertThat(house.database().rows("credentials")).isZero();
  }
}
