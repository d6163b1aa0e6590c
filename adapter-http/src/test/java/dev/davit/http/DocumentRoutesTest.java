package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
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
    Reply conflict = ann.delete("/api/cloud/connections/" + connection).is(ProblemType.CONFLICT);
    assertThat(conflict.json()).containsEntry("documents", 1L);
    ann.delete(document).is(204);
    ann.delete("/api/cloud/connections/" + connection).is(204);
    ann.get("/api/cloud/connections/" + connection).is(ProblemType.NOT_FOUND);
  }

  @Test
  void disconnect_sayingWhatBecomesOfTheDocuments_isAccepted_andCanBeFollowed() {
    String connection = world.connect(ann);
    String path = "/api/cloud/connections/" + connection;
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    String document = ann.upload("/api/documents?name=a", new byte[3]).is(201).header("Location");
    assertThat(ann.delete(path + "?documents=shred").is(ProblemType.INVALID_REQUEST).json())
        .containsEntry("field", "documents");
    ann.delete(path + "?documents=move").is(202);
    assertThat(ann.get(path).is(200).json())
        .containsEntry("status", "DISCONNECTING")
        .containsEntry("status_reason", "disconnect_moving_documents")
        .containsEntry("documents", 1L);
    world.davit.jobs().runDue();
    ann.get(path).is(ProblemType.NOT_FOUND);
    assertThat(ann.get(document).is(200).json()).containsEntry("provider", "memory_operator");
    assertThat(ann.get(document + "/content").is(200).bytes()).hasSize(3);
  }

  @Test
  void disconnect_whereNobodyCanMoveTheDocuments_saysSo() {
    String path = "/api/cloud/connections/" + world.connect(ann);
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    ann.upload("/api/documents?name=a", new byte[3]).is(201);
    world.memory.server().lockOut("ann");
    ann.post(path + "/check").is(200);
    ann.delete(path + "?documents=move").is(ProblemType.REAUTH_REQUIRED);
    ann.delete(path + "?documents=keep").is(202);
  }

  @Test
  void defaultStorage_whereThereIsNone_isNotFound() {
    try (World bare = World.withoutApplicationStorage()) {
      Client user = bare.nobody().login(World.ANN);
      user.get("/api/users/me/default-storage").is(ProblemType.NOT_FOUND);
    }
  }

  /** The server answers 100 once the core reads: by then the provider has a write under way. */
  @Test
  void upload_whoseClientGoesAway_leavesNothing() throws Exception {
    world.connect(ann);
    ann.patch("/api/users/me/default-storage", "{'provider':'memory'}").is(200);
    try (Raw raw = new Raw(world.server.port())) {
      raw.send(
          "POST /api/documents?name=half HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
              + ann.header("Authorization")
              + "\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
      assertThat(new String(raw.in().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 100");
      raw.send("only this");
      assertThat(world.memory.server().unfinished("ann")).isEqualTo(1);
    }
    world.server.close();
    assertThat(world.memory.server().unfinished("ann")).isZero();
    assertThat(world.memory.server().faults().calls("write")).isEqualTo(1);
    Storage storage = world.memory.server().look("ann");
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 10, null)).entries()).isEmpty();
  }
}
