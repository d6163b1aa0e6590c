package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileRoutesTest {
  private static final String TEXT = "0123456789";

  private final World world = new World();
  private final Client ann = world.nobody().login(World.ANN);
  private String connection = "";
  private String files = "";
  private String file = "";

  @BeforeEach
  void connect() {
    connection = world.connect(ann);
    files = "/api/cloud/connections/" + connection + "/files/";
    file = World.put(ann, connection, "digits.txt", TEXT);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void connect_wrongPassword_keepsNothing() {
    Client bob = world.nobody().login(World.BOB);
    bob.post(
            "/api/cloud/connections/webdav",
            "{'provider':'memory','username':'ann','password':'wrong'}")
        .is(ProblemType.CREDENTIALS_REFUSED);
    assertThat(bob.get("/api/cloud/connections").is(200).items()).isEmpty();
  }

  @Test
  void connect_missingOrUnknownField_isNamed() {
    String path = "/api/cloud/connections/webdav";
    Reply missing = ann.post(path, "{'provider':'memory','username':'ann'}");
    assertThat(missing.is(ProblemType.INVALID_REQUEST).get("field")).isEqualTo("password");
    Reply unknown = ann.post(path, "{'provider':'memory','server_url':'https://x'}");
    assertThat(unknown.is(ProblemType.INVALID_REQUEST).get("field")).isEqualTo("server_url");
  }

  @Test
  void connection_showsWhatTheDesignSaysAndAdminsSeeTheSame() {
    Reply own = ann.get("/api/cloud/connections/" + connection).is(200);
    assertThat(own.json())
        .containsOnlyKeys(
            "id",
            "provider",
            "display_name",
            "account_label",
            "status",
            "created_at",
            "last_used_at")
        .containsEntry("status", "ACTIVE");
    String user = ann.get("/api/users/me").is(200).get("id");
    Client admin = world.nobody().login(World.ADMIN);
    assertThat(admin.get("/api/admin/users/" + user + "/connections").is(200).items())
        .hasSize(1)
        .first()
        .extracting(Object::toString)
        .isEqualTo(ann.get("/api/cloud/connections").is(200).items().get(0).toString());
  }

  @Test
  void children_inPages_areAllThereOnce() {
    for (int i = 0; i < 24; i++) {
      World.put(ann, connection, "f" + i, "x");
    }
    Set<String> names = new HashSet<>();
    String next = "";
    do {
      Reply page = ann.get("/api/cloud/folders/memory/root?limit=10" + next).is(200);
      assertThat(page.get("connection_id")).isEqualTo(connection);
      page.items().forEach(item -> assertThat(names.add(item.get("name") + "")).isTrue());
      next =
          page.json().containsKey("next_page_token")
              ? "&page_token=" + page.get("next_page_token")
              : "";
    } while (!next.isEmpty());
    assertThat(names).hasSize(25);
  }

  @Test
  void folder_ofSeveralConnections_namesTheChoices() {
    world.memory.server().addAccount("two", World.STORAGE_PASSWORD);
    String body = "{'provider':'memory','username':'two','password':'%s'}";
    String second =
        ann.post("/api/cloud/connections/webdav", body.formatted(World.STORAGE_PASSWORD.reveal()))
            .is(201)
            .get("id");
    Reply conflict = ann.get("/api/cloud/folders/memory/root").is(ProblemType.CONFLICT);
    assertThat(conflict.json().get("choices") + "").contains(connection).contains(second);
    ann.get("/api/cloud/folders/memory/root?connection_id=" + second).is(200);
  }

  @Test
  void reauthRequired_namesTheConnection() {
    world.memory.server().lockOut("ann");
    Reply refused = ann.get(file).is(ProblemType.REAUTH_REQUIRED);
    assertThat(refused.get("connection_id")).isEqualTo(connection);
  }

  @Test
  void content_whole_isAnAttachmentThatNobodyRuns() {
    String page =
        files
            + ann.with("Content-Type", "text/html")
                .upload(
                    files + "root/upload?name=caf%C3%A9%20%22x%22%0A.html".replace("%0A", ""),
                    "<script>".getBytes(StandardCharsets.UTF_8))
                .is(201)
                .get("id");
    Reply reply = ann.get(page + "/content").is(200);
    assertThat(reply.text()).isEqualTo("<script>");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"caf_ _x_.html\"; filename*=UTF-8''caf%C3%A9%20%22x%22.html");
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Content-Security-Policy")).startsWith("sandbox;");
    assertThat(reply.header("Content-Length")).isEqualTo("8");
  }

  @Test
  void content_ranges_areAnswered() {
    assertRange("bytes=2-4", "234", "bytes 2-4/10");
    assertRange("bytes=7-", "789", "bytes 7-9/10");
    assertRange("bytes=-3", "789", "bytes 7-9/10");
    assertRange("bytes=-99", TEXT, "bytes 0-9/10");
    assertRange("bytes=8-99", "89", "bytes 8-9/10");
    for (String ignored : new String[] {"bytes=0-1,3-4", "lines=1-2", "bytes=4-2", "bytes=-"}) {
      assertThat(ann.with("Range", ignored).get(file + "/content").is(200).text()).isEqualTo(TEXT);
    }
    for (String empty : new String[] {"bytes=10-", "bytes=10-12", "bytes=-0"}) {
      Reply none = ann.with("Range", empty).get(file + "/content");
      assertThat(none.is(ProblemType.RANGE_NOT_SATISFIABLE).header("Content-Range"))
          .isEqualTo("bytes */10");
    }
  }

  private void assertRange(String range, String text, String contentRange) {
    Reply reply = ann.with("Range", range).get(file + "/content").is(206);
    assertThat(reply.text()).isEqualTo(text);
    assertThat(reply.header("Content-Range")).isEqualTo(contentRange);
    assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(text.length()));
  }

  @Test
  void content_conditions_areKept() {
    String etag = ann.get(file + "/content").is(200).header("ETag");
    assertThat(etag).isNotEmpty();
    Reply same = ann.with("If-None-Match", "\"x\", W/" + etag).get(file + "/content").is(304);
    assertThat(same.header("ETag")).isEqualTo(etag);
    assertThat(same.bytes()).isEmpty();
    ann.with("If-None-Match", "\"x\"").get(file + "/content").is(200);
    Client ranged = ann.with("Range", "bytes=0-1");
    ranged.with("If-Range", etag).get(file + "/content").is(206);
    ranged.with("If-Range", "\"old\"").get(file + "/content").is(200);
  }

  @Test
  void content_head_readsNothing() {
    int reads = world.memory.server().faults().calls("read");
    Reply head = ann.send("HEAD", file + "/content", BodyPublishers.noBody()).is(200);
    assertThat(head.header("Content-Length")).isEqualTo("10");
    assertThat(world.memory.server().faults().calls("read")).isEqualTo(reads);
  }

  @Test
  void content_ofAFolder_isRefused() {
    ann.get(files + "root/content").is(ProblemType.INVALID_REQUEST);
  }

  @Test
  void upload_conflictPolicies_areKept() {
    String path = files + "root/upload?name=digits.txt";
    byte[] other = "other".getBytes(StandardCharsets.UTF_8);
    ann.upload(path, other).is(ProblemType.CONFLICT);
    assertThat(ann.upload(path + "&conflict=rename", other).is(201).get("name"))
        .isEqualTo("digits (2).txt");
    ann.with("If-Match", "\"old\"")
        .upload(path + "&conflict=replace", other)
        .is(ProblemType.PRECONDITION_FAILED);
    ann.upload(path + "&conflict=replace", other).is(201);
    ann.with("If-Match", "*")
        .upload(path + "&conflict=replace", other)
        .is(ProblemType.INVALID_REQUEST);
    ann.upload(path + "&conflict=merge", other).is(ProblemType.INVALID_REQUEST);
  }

  /** A client that sends everything before it listens must hear of the conflict, too. */
  @Test
  void upload_refusedBeforeItsBytesAreRead_isAnsweredAfterThem() {
    byte[] much = new byte[20_000_000];
    for (int i = 0; i < 5; i++) {
      ann.upload(files + "root/upload?name=digits.txt", much).is(ProblemType.CONFLICT);
      ann.upload(files + "nothing/upload?name=n", much).is(ProblemType.NOT_FOUND);
    }
  }

  @Test
  void upload_ofUnknownLength_isStreamed() {
    byte[] bytes = new byte[300_000];
    Reply made =
        ann.send(
                "POST",
                files + "root/upload?name=big",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .is(201);
    assertThat(made.get("size")).isEqualTo("300000");
    assertThat(ann.get(made.header("Location")).is(200).get("name")).isEqualTo("big");
  }

  @Test
  void upload_asAForm_takesThePart() {
    Reply made = form("", "files\"; filename=\"ü.txt", "file\"; filename=\"form.txt");
    assertThat(made.is(ProblemType.INVALID_REQUEST).get("field")).isEqualTo("file");
    Reply good = form("file\"; filename=\"form.txt").is(201);
    assertThat(good.get("name")).isEqualTo("form.txt");
    assertThat(good.get("content_type")).isEqualTo("text/plain");
    assertThat(ann.get(good.header("Location") + "/content").is(200).text()).isEqualTo("part 0");
  }

  @Test
  void upload_asAFormWithoutAFileName_takesTheNameOfTheAddress() {
    form("file").is(ProblemType.INVALID_REQUEST);
    Reply made = form("?name=a%20name.txt", "file").is(201);
    assertThat(made.get("name")).isEqualTo("a name.txt");
  }

  private Reply form(String name) {
    return form("", name);
  }

  private Reply form(String query, String... names) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"")
          .append(names[i])
          .append("\"\r\nContent-Type: text/plain\r\n\r\npart ")
          .append(i)
          .append("\r\n");
    }
    return ann.with("Content-Type", "multipart/form-data; boundary=b")
        .send(
            "POST",
            files + "root/upload" + query,
            BodyPublishers.ofString(body.append("--b--\r\n").toString()));
  }

  @Test
  void move_renamesAndMoves() {
    String folder = ann.post(files + "root/folder", "{'name':'sub'}").is(201).get("id");
    ann.post(files + "root/folder", "{'name':'sub'}").is(ProblemType.CONFLICT);
    Reply renamed = ann.post(file + "/move", "{'folder_id':'root','name':'n.txt'}").is(200);
    assertThat(renamed.get("name")).isEqualTo("n.txt");
    Reply moved =
        ann.post(files + renamed.get("id") + "/move", "{'folder_id':'" + folder + "'}").is(200);
    assertThat(moved.get("name")).isEqualTo("n.txt");
    assertThat(ann.get(files + folder + "/children").is(200).items()).hasSize(1);
    ann.delete(files + moved.get("id")).is(204);
    assertThat(ann.get(files + folder + "/children").is(200).items()).isEmpty();
  }
}
