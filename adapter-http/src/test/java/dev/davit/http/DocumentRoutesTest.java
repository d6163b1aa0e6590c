package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentRoutesTest {
  private final World world = new World();
  private final Client ann = world.nobody().login(World.ANN);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void document_isStoredListedReadAndDeleted() {
    byte[] bytes = "0123456789".getBytes(StandardCharsets.UTF_8);
    Reply made =
        ann.with("Content-Type", "text/plain").upload("/api/documents?name=a.txt", bytes).is(201);
    assertThat(made.json())
        .containsOnlyKeys(
            "id", "name", "size", "content_type", "sha256", "state", "provider", "created_at")
        .containsEntry("content_type", "text/plain")
        .containsEntry("state", "READY");
    String path = made.header("Location");
    assertThat(ann.get("/api/documents?limit=1").is(200).items()).containsExactly(made.json());
    Reply part = ann.with("Range", "bytes=-2").get(path + "/content").is(206);
    assertThat(part.text()).isEqualTo("89");
    assertThat(part.header("ETag")).isEqualTo("\"" + made.get("sha256") + "\"");
    ann.with("If-None-Match", part.header("ETag")).get(path + "/content").is(304);
    ann.delete(path).is(204);
    ann.get(path).is(ProblemType.NOT_FOUND);
  }

  @Test
  void delete_whileTheProviderIsAway_isAccepted() {
    world.connect(ann);
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    Reply made = ann.upload("/api/documents?name=a.txt", new byte[3]).is(201);
    world.memory.server().faults().fail("delete", ErrorKind.UNAVAILABLE);
    ann.delete(made.header("Location")).is(202);
    assertThat(ann.get("/api/documents").is(200).items()).isEmpty();
  }

  @Test
  void defaultStorage_isTheApplicationsUntilChosen() {
    String path = "/api/users/me/default-storage";
    assertThat(ann.get(path).is(200).json())
        .containsOnlyKeys("provider", "folder_id")
        .containsEntry("provider", "memory_operator");
    String connection = world.connect(ann);
    Reply chosen = ann.patch(path, "{'provider':'memory','connection_id':null}").is(200);
    assertThat(chosen.get("connection_id")).isEqualTo(connection);
    assertThat(ann.get(path).is(200).json()).isEqualTo(chosen.json());
  }

  @Test
  void disconnect_withDocumentsInIt_isAConflict() {
    String connection = world.connect(ann);
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    String document = ann.upload("/api/documents?name=a", new byte[3]).is(201).header("Location");
    ann.delete("/api/cloud/connections/" + connection).is(ProblemType.CONFLICT);
    ann.delete(document).is(204);
    ann.delete("/api/cloud/connections/" + connection).is(204);
    ann.get("/api/cloud/connections/" + connection).is(ProblemType.NOT_FOUND);
  }

  @Test
  void upload_whoseClientGoesAway_leavesNothing() throws Exception {
    String token =
        world
            .nobody()
            .post(
                "/api/auth/login",
                "{'email':'%s','password':'%s'}".formatted(World.ANN, Client.PASSWORD))
            .get("access_token");
    try (Raw raw = new Raw(world.server.port())) {
      raw.send(
          "POST /api/documents?name=half HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Length: 1000\r\n\r\nonly this");
    }
    world.server.close();
    assertThat(world.davit.documents().list(dev.davit.Caller.of(id()), 10, null).documents())
        .isEmpty();
  }

  private String id() {
    return world.davit.accounts().list(10, null).accounts().stream()
        .filter(account -> account.email().equals(World.ANN))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }
}
