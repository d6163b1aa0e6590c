package dev.davit.emulator.google.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken request for each rule, and the vendor's refusal. */
class StrictDriveTest {
  private static final DriveEmulator DRIVE = new DriveEmulator();

  @TempDir static Path dir;
  private static final Map<String, String> IDS = new HashMap<>();
  private static final Map<String, Api> APIS = new HashMap<>();
  private static GoogleEmulator google;

  @BeforeAll
  static void start() {
    google = Api.start(dir, DRIVE);
    GoogleAccount ada = google.addAccount("ada@example.org");
    for (String scope :
        new String[] {"drive", "drive.readonly", "drive.file", "drive.metadata.readonly"}) {
      APIS.put(scope, Api.of(google, ada, scope));
    }
    APIS.put("none", Api.of(google, ada, "drive").anonymous());
    APIS.put("stale", Api.of(google, ada, "drive").bearing("stale"));
    prepare(ada.email(), google.addAccount("bob@example.org").email());
  }

  private static void prepare(String ada, String bob) {
    DriveItems items = DRIVE.items();
    String root = items.root(ada);
    IDS.put("ROOT", root);
    IDS.put("FOLDER", items.addFolder(root, "folder"));
    IDS.put("INNER", items.addFolder(id("FOLDER"), "inner"));
    IDS.put("FILE", items.addFile(root, "file", "text/plain", bytes("hello")));
    IDS.put("EMPTY", items.addFile(root, "empty", "text/plain", bytes("")));
    IDS.put("LOCKED", items.addFile(root, "locked", "text/plain", bytes("x")));
    items.undownloadable(id("LOCKED"), true);
    IDS.put("BAD", items.addFile(root, "bad", "text/plain", bytes("x")));
    items.abusive(id("BAD"), true);
    IDS.put("DOC", document(root, bytes("x")));
    IDS.put("LARGE", document(root, new byte[(10 << 20) + 1]));
    String others = items.root(bob);
    IDS.put("OTHERS", items.addFile(others, "bob's", "text/plain", bytes("x")));
    IDS.put("SHARED", items.addFile(others, "shared", "text/plain", bytes("x")));
    items.share(id("SHARED"), ada, "writer");
    items.abusive(id("SHARED"), true);
    IDS.put("READABLE", items.addFolder(others, "to read"));
    items.share(id("READABLE"), ada, "reader");
    IDS.put("DRIVE", items.addSharedDrive("team", Map.of(ada, "reader")));
    IDS.put("TEAM", items.addFile(id("DRIVE"), "team's", "text/plain", bytes("x")));
    IDS.put("FOREIGN", items.addSharedDrive("theirs", Map.of(bob, "organizer")));
  }

  private static String id(String name) {
    return Objects.requireNonNull(IDS.get(name));
  }

  private static String document(String parent, byte[] content) {
    return DRIVE
        .items()
        .addDocument(parent, "doc", "application/vnd.google-apps.document", content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @ParameterizedTest
  @MethodSource("dev.davit.emulator.google.drive.BrokenReads#all")
  void reading_isRefused(Broken row) {
    check(row);
  }

  @ParameterizedTest
  @MethodSource("dev.davit.emulator.google.drive.BrokenWrites#all")
  void writing_isRefused(Broken row) {
    check(row);
  }

  private static void check(Broken row) {
    String request = row.request();
    for (Map.Entry<String, String> id : IDS.entrySet()) {
      request = request.replace("{" + id.getKey() + "}", id.getValue());
    }
    String body = row.body();
    for (Map.Entry<String, String> id : IDS.entrySet()) {
      body = body.replace("{" + id.getKey() + "}", id.getValue());
    }
    Map<String, String> headers = new HashMap<>(row.headers());
    headers.putIfAbsent("Content-Type", "application/json");
    String[] parts = request.split(" ", 2);
    Api.Answer answer =
        Objects.requireNonNull(APIS.get(row.token()))
            .send(
                parts[0],
                parts[1],
                bytes(body),
                headers.entrySet().stream()
                    .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                    .toArray(String[]::new));
    assertThat(answer.status()).as(answer.text()).isEqualTo(row.status());
    assertThat(answer.reason()).as(answer.text()).isEqualTo(row.reason());
  }
}
