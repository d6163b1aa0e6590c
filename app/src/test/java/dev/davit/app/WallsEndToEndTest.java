package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps users apart, and users and administrators. */
class WallsEndToEndTest {
  @TempDir static Path place;
  private static House house;
  private static Client ada;
  private static Client mallory;
  private static Client admin;
  private static String connection;
  private static String document;

  @BeforeAll
  static void open() {
    house = House.open(place);
    ada = house.user("ada");
    mallory = house.user("mallory");
    admin = house.admin();
    connection = house.connect(ada);
    house.connect(mallory); // Known here, with a key and rows of her own.
    document = ada.store("secret plan", Samples.bytes(10)).expect(201).text("id");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET    | /api/cloud/connections/C                          | -",
        "PATCH  | /api/cloud/connections/C                          | {\"display_name\":\"mine\"}",
        "DELETE | /api/cloud/connections/C                          | -",
        "POST   | /api/cloud/connections/C/check                    | -",
        "GET    | /api/cloud/connections/C/quota                    | -",
        "GET    | /api/cloud/connections/C/files/root               | -",
        "GET    | /api/cloud/connections/C/files/root/children      | -",
        "GET    | /api/cloud/connections/C/files/root/content       | -",
        "POST   | /api/cloud/connections/C/files/root/upload?name=x | text",
        "POST   | /api/cloud/connections/C/files/root/folder        | {\"name\":\"mine\"}",
        "POST   | /api/cloud/connections/C/files/root/move          | {\"folder_id\":\"root\",\"name\":\"x\"}",
        "DELETE | /api/cloud/connections/C/files/root               | -",
        "GET    | /api/cloud/folders/webdav/root?connection_id=C    | -",
        "PATCH  | /api/users/me/default-storage                     | {\"provider\":\"webdav\",\"connection_id\":\"C\"}",
        "GET    | /api/documents/D                                  | -",
        "DELETE | /api/documents/D                                  | -",
        "GET    | /api/documents/D/content                          | -"
      })
  void W2_anotherUsersId_isAnsweredAsAMadeUpOne(String method, String path, String body) {
    Answer foreign = send(mallory, method, path, body, connection, document);
    Answer madeUp = send(mallory, method, path, body, madeUp(connection), madeUp(document));

    foreign.expectProblem(404, "not-found");
    assertThat(foreign.comparable()).isEqualTo(madeUp.comparable());
    send(admin, method, path, body, connection, document).expectProblem(403, "forbidden");
    send(house.anybody(), method, path, body, connection, document)
        .expectProblem(401, "unauthenticated");
    ada.get("/api/cloud/connections/" + connection).expect(200);
    ada.get("/api/documents/" + document).expect(200);
  }

  private static Answer send(
      Client client, String method, String path, String body, String connection, String document) {
    String at = path.replaceAll("\\bC\\b", connection).replaceAll("\\bD\\b", document);
    if (body == null) {
      return client.send(method, at, BodyPublishers.noBody());
    }
    String type = body.startsWith("{") ? "application/json" : "text/plain";
    return client
        .with("Content-Type", type)
        .send(method, at, BodyPublishers.ofString(body.replace("\"C\"", '"' + connection + '"')));
  }

  private static String madeUp(String id) {
    return (id.startsWith("A") ? "B" : "A") + id.substring(1);
  }

  @Test
  void anotherUser_seesOnlyWhatIsTheirs() {
    Answer connections = mallory.get("/api/cloud/connections").expect(200);
    assertThat(connections.json().path("items")).hasSize(1);
    assertThat(connections.text()).doesNotContain(connection);
    assertThat(mallory.get("/api/documents").expect(200).json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/cloud/connections",
    "GET, /api/cloud/providers",
    "GET, /api/documents",
    "GET, /api/users/me/default-storage",
    "GET, /api/cloud/folders/webdav/root",
    "POST, /api/documents?name=x"
  })
  void W1_admin_isRefusedWhereUsersAre(String method, String path) {
    admin.send(method, path, BodyPublishers.noBody()).expectProblem(403, "forbidden");
  }

  @Test
  void W1_user_isRefusedWhereAdminsAre() {
    String id = ada.get("/api/users/me").expect(200).text("id");

    ada.get("/api/admin/users").expectProblem(403, "forbidden");
    ada.get("/api/admin/users/" + id + "/connections").expectProblem(403, "forbidden");
  }

  @Test
  void admin_seesUsersAndTheirConnections_andNoSecret() {
    assertThat(admin.get("/api/users/me").expect(200).text("role")).isEqualTo("ADMIN");
    String users = admin.get("/api/admin/users").expect(200).text();
    assertThat(users).contains(House.email("ada"), House.email("mallory"));
    String id = ada.get("/api/users/me").expect(200).text("id");

    Answer connections = admin.get("/api/admin/users/" + id + "/connections").expect(200);
    assertThat(connections.json().path("items"))
        .isEqualTo(ada.get("/api/cloud/connections").expect(200).json().path("items"));
    admin.get("/api/admin/users/" + madeUp(id) + "/connections").expectProblem(404, "not-found");
  }
}
