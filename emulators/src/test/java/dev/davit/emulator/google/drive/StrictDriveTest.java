package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.encoded;
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
  private static final String FILES = "/drive/v3/files";
  private static final String UPLOAD = "/upload" + FILES;
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

  /**
   * A broken request.
   *
   * @param token which scope it has, or {@code none} or {@code stale}
   * @param request method and path, with names of files in braces
   */
  record Row(
      String rule,
      String token,
      String request,
      String body,
      Map<String, String> headers,
      int status,
      String reason) {
    Row(String rule, String request, int status, String reason) {
      this(rule, "drive", request, "", Map.of(), status, reason);
    }

    Row with(String newBody) {
      return new Row(rule, token, request, newBody, headers, status, reason);
    }

    Row as(String newToken) {
      return new Row(rule, newToken, request, body, headers, status, reason);
    }

    Row header(String name, String value) {
      return new Row(rule, token, request, body, Map.of(name, value), status, reason);
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  @ParameterizedTest
  @MethodSource({"access", "lists", "queries", "reads", "exports"})
  void reading_isRefused(Row row) {
    check(row);
  }

  @ParameterizedTest
  @MethodSource({"creates", "updates", "others", "uploads"})
  void writing_isRefused(Row row) {
    check(row);
  }

  private static void check(Row row) {
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

  static Stream<Row> access() {
    return Stream.of(
        new Row("no token", "GET " + FILES, 401, "required").as("none"),
        new Row("a stale token", "GET " + FILES, 401, "authError").as("stale"),
        new Row("a scope that does not write", "POST " + FILES, 403, "insufficientPermissions")
            .with("{}")
            .as("drive.readonly"),
        new Row(
                "metadata only",
                "GET " + FILES + "/{FILE}?alt=media",
                403,
                "insufficientPermissions")
            .as("drive.metadata.readonly"),
        new Row(
                "shared drives by drive.file",
                "GET /drive/v3/drives",
                403,
                "insufficientPermissions")
            .as("drive.file"),
        new Row("root by drive.file", "GET " + FILES + "/root", 404, "notFound").as("drive.file"),
        new Row("not its own by drive.file", "GET " + FILES + "/{FILE}", 404, "notFound")
            .as("drive.file"),
        new Row("nobody's file", "GET " + FILES + "/1nobody", 404, "notFound"),
        new Row("another's file", "GET " + FILES + "/{OTHERS}", 404, "notFound"),
        new Row("shared drives unheard of", "GET " + FILES + "/{TEAM}", 404, "notFound"),
        new Row("a parameter that there is not", "GET " + FILES + "?pagesize=1", 400, "badRequest"),
        new Row("a parameter of another method", "GET " + FILES + "/{FILE}?q=x", 400, "badRequest"),
        new Row("a flag that is none", "GET " + FILES + "?supportsAllDrives=1", 400, "invalid"),
        new Row("a path that there is not", "GET /drive/v3/nothing", 404, ""),
        new Row("PUT of a file", "PUT " + FILES + "/{FILE}", 404, ""),
        new Row("an override of a GET", "GET " + FILES + "/1x", 404, "notFound")
            .header("X-HTTP-Method-Override", "DELETE"));
  }

  static Stream<Row> lists() {
    return Stream.of(
        new Row("no page size", "GET " + FILES + "?pageSize=0", 400, "invalidParameter"),
        new Row("too large pages", "GET " + FILES + "?pageSize=1001", 400, "invalidParameter"),
        new Row("a page token made up", "GET " + FILES + "?pageToken=x", 400, "invalid"),
        new Row("an unknown order", "GET " + FILES + "?orderBy=size", 400, "invalid"),
        new Row(
            "an order of a text search",
            "GET " + FILES + "?orderBy=name&q=" + encoded("fullText contains 'x'"),
            400,
            "badRequest"),
        new Row("an unknown field", "GET " + FILES + "?fields=items", 400, "invalidParameter"),
        new Row(
            "a field in the wrong place", "GET " + FILES + "?fields=name", 400, "invalidParameter"),
        new Row(
            "an unknown inner field",
            "GET " + FILES + "?fields=files(etag)",
            400,
            "invalidParameter"),
        new Row("brackets left open", "GET " + FILES + "?fields=files(id", 400, "invalidParameter"),
        new Row("a field of no object", "GET " + FILES + "?fields=kind/x", 400, "invalidParameter"),
        new Row(
            "no drive of a drive",
            "GET " + FILES + "?corpora=drive",
            403,
            "teamDriveIdRequiresTeamDriveCorpora"),
        new Row(
            "a drive of a user",
            "GET " + FILES + "?driveId={DRIVE}",
            403,
            "teamDriveIdRequiresTeamDriveCorpora"),
        new Row(
            "a drive without its files",
            "GET " + FILES + "?corpora=drive&driveId={DRIVE}&supportsAllDrives=true",
            403,
            "teamDriveIncludeItemsRequired"),
        new Row(
            "all drives without support",
            "GET " + FILES + "?includeItemsFromAllDrives=true",
            403,
            "teamDriveIncludeItemsRequiresSupport"),
        new Row(
            "another's drive",
            "GET "
                + FILES
                + "?corpora=drive&driveId={FOREIGN}&supportsAllDrives=true"
                + "&includeItemsFromAllDrives=true",
            404,
            "notFound"),
        new Row("unknown corpora", "GET " + FILES + "?corpora=all", 400, "invalid"),
        new Row("an unknown space", "GET " + FILES + "?spaces=photos", 400, "invalid"),
        new Row(
            "the app's folder without its scope",
            "GET " + FILES + "?spaces=appDataFolder",
            403,
            "insufficientScopes"),
        new Row("no field of about", "GET /drive/v3/about", 400, "required"),
        new Row("too many drives", "GET /drive/v3/drives?pageSize=101", 400, "invalidParameter"),
        new Row("a drive of others", "GET /drive/v3/drives/{FOREIGN}", 404, "notFound"),
        new Row("changes from nowhere", "GET /drive/v3/changes", 400, "required"),
        new Row("changes from later", "GET /drive/v3/changes?pageToken=99999", 400, "invalid"),
        new Row(
            "changes of a drive without support",
            "GET /drive/v3/changes/startPageToken?driveId={DRIVE}",
            400,
            "badRequest"));
  }

  static Stream<Row> queries() {
    return Stream.of(
            "name like 'x'",
            "name = 'x",
            "name = x",
            "name > 'x'",
            "name = 'a\\b'",
            "'root' in folders",
            "'root' parents",
            "trashed = 'true'",
            "trashed = maybe",
            "trashed > true",
            "mimeType < 'a'",
            "modifiedTime > 'yesterday'",
            "modifiedTime contains '2026'",
            "fullText = 'x'",
            "size > 5",
            "title = 'x'",
            "name = 'x' and",
            "name = 'x' trashed = false",
            "(trashed = false",
            "trashed = false)",
            "not",
            "labels has { key='a' and value='b' }",
            "properties has { key='a' }",
            "trashed == false",
            "name = \"x\"")
        .map(
            query ->
                new Row(
                    "the query " + query, "GET " + FILES + "?q=" + encoded(query), 400, "invalid"));
  }

  static Stream<Row> reads() {
    String media = "GET " + FILES + "/%s?alt=media";
    return Stream.of(
        new Row("a document's bytes", media.formatted("{DOC}"), 403, "fileNotDownloadable"),
        new Row("a folder's bytes", media.formatted("{FOLDER}"), 403, "fileNotDownloadable"),
        new Row("what may not be had", media.formatted("{LOCKED}"), 403, "cannotDownloadFile"),
        new Row("malware", media.formatted("{BAD}"), 403, "cannotDownloadAbusiveFile"),
        new Row(
            "another's malware",
            media.formatted("{SHARED}") + "&acknowledgeAbuse=true",
            403,
            "cannotDownloadAbusiveFile"),
        new Row(
                "a part of nothing",
                media.formatted("{EMPTY}"),
                416,
                "requestedRangeNotSatisfiable")
            .header("Range", "bytes=0-"),
        new Row(
                "a part behind the end",
                media.formatted("{FILE}"),
                416,
                "requestedRangeNotSatisfiable")
            .header("Range", "bytes=5-9"),
        new Row("unknown alt", "GET " + FILES + "/{FILE}?alt=xml", 400, "invalid"),
        new Row(
            "a shared drive's bytes",
            "GET /download" + FILES + "/{TEAM}?alt=media",
            404,
            "notFound"));
  }

  static Stream<Row> exports() {
    String export = "GET " + FILES + "/%s/export?mimeType=%s";
    return Stream.of(
        new Row("no format", "GET " + FILES + "/{DOC}/export", 400, "required"),
        new Row("no document", export.formatted("{FILE}", "text/plain"), 403, "fileNotExportable"),
        new Row("a format of others", export.formatted("{DOC}", "text/csv"), 400, "badRequest"),
        new Row(
            "too large",
            export.formatted("{LARGE}", "text/plain"),
            403,
            "exportSizeLimitExceeded"));
  }

  static Stream<Row> creates() {
    Row create = new Row("", "POST " + FILES, 400, "badRequest");
    return Stream.of(
        named("an unknown field", create.with("{\"title\":\"x\"}")),
        named("a name that is none", create.with("{\"name\":5}")),
        named("a time that is none", create.with("{\"modifiedTime\":\"today\"}")),
        new Row("a field of theirs", "POST " + FILES, 403, "fieldNotWritable")
            .with("{\"size\":\"1\"}"),
        new Row("broken JSON", "POST " + FILES, 400, "parseError").with("{\"name\""),
        new Row("no JSON", "POST " + FILES, 400, "parseError")
            .with("name=x")
            .header("Content-Type", "application/x-www-form-urlencoded"),
        new Row("an unknown parent", "POST " + FILES, 404, "notFound")
            .with("{\"parents\":[\"1x\"]}"),
        new Row("two parents", "POST " + FILES, 403, "cannotAddParent")
            .with("{\"parents\":[\"{FOLDER}\",\"{INNER}\"]}"),
        new Row("a parent that is a file", "POST " + FILES, 403, "parentNotAFolder")
            .with("{\"parents\":[\"{FILE}\"]}"),
        new Row("a parent to read", "POST " + FILES, 403, "insufficientFilePermissions")
            .with("{\"parents\":[\"{READABLE}\"]}"),
        new Row(
                "a drive to read",
                "POST " + FILES + "?supportsAllDrives=true",
                403,
                "insufficientFilePermissions")
            .with("{\"parents\":[\"{DRIVE}\"]}"),
        new Row("a drive unheard of", "POST " + FILES, 404, "notFound")
            .with("{\"parents\":[\"{DRIVE}\"]}"),
        new Row("an id of one's own", "POST " + FILES, 400, "invalid").with("{\"id\":\"1mine\"}"),
        new Row("an id in use", "POST " + FILES, 409, "fileIdInUse").with("{\"id\":\"{FILE}\"}"),
        new Row("a shortcut to nothing", "POST " + FILES, 400, "required")
            .with("{\"mimeType\":\"application/vnd.google-apps.shortcut\"}"),
        new Row(
            "too many ids", "GET " + FILES + "/generateIds?count=1001", 400, "invalidParameter"),
        new Row("ids of no space", "GET " + FILES + "/generateIds?space=x", 400, "invalid"));
  }

  private static Row named(String rule, Row row) {
    return new Row(
        rule, row.token(), row.request(), row.body(), row.headers(), row.status(), row.reason());
  }

  static Stream<Row> updates() {
    String patch = "PATCH " + FILES + "/";
    return Stream.of(
        new Row("parents in the body", patch + "{FILE}", 403, "fieldNotWritable")
            .with("{\"parents\":[\"{FOLDER}\"]}"),
        new Row("an id in the body", patch + "{FILE}", 403, "fieldNotWritable")
            .with("{\"id\":\"1x\"}"),
        new Row("a second parent", patch + "{FILE}?addParents={FOLDER}", 403, "cannotAddParent")
            .with("{}"),
        new Row("a parent it has not", patch + "{FILE}?removeParents={FOLDER}", 404, "notFound")
            .with("{}"),
        new Row("no parent at all", patch + "{FILE}?removeParents={ROOT}", 400, "badRequest")
            .with("{}"),
        new Row(
                "a folder in itself",
                patch + "{FOLDER}?addParents={INNER}&removeParents={ROOT}",
                400,
                "badRequest")
            .with("{}"),
        new Row("the top in the trash", patch + "root", 403, "insufficientFilePermissions")
            .with("{\"trashed\":true}"),
        new Row("another's in the trash", patch + "{SHARED}", 403, "insufficientFilePermissions")
            .with("{\"trashed\":true}"),
        new Row("what is only to read", patch + "{READABLE}", 403, "insufficientFilePermissions")
            .with("{\"name\":\"mine\"}"));
  }

  static Stream<Row> others() {
    return Stream.of(
        new Row("a copy of a folder", "POST " + FILES + "/{FOLDER}/copy", 403, "cannotCopyFile")
            .with("{}"),
        new Row(
                "a copy of what may not be had",
                "POST " + FILES + "/{LOCKED}/copy",
                403,
                "cannotCopyFile")
            .with("{}"),
        new Row(
            "another's gone", "DELETE " + FILES + "/{SHARED}", 403, "insufficientFilePermissions"),
        new Row("the top gone", "DELETE " + FILES + "/root", 403, "insufficientFilePermissions"));
  }

  static Stream<Row> uploads() {
    String resumable = "POST " + UPLOAD + "?uploadType=resumable";
    return Stream.of(
        new Row("no way to upload", "POST " + UPLOAD, 400, "invalid"),
        new Row(
                "parts that are none",
                "POST " + UPLOAD + "?uploadType=multipart",
                400,
                "badContent")
            .with("{}"),
        new Row("a length that is none", resumable, 400, "badRequest")
            .with("{}")
            .header("X-Upload-Content-Length", "many"),
        new Row("more than 5 TB", resumable, 413, "uploadTooLarge")
            .with("{}")
            .header("X-Upload-Content-Length", "5242880000001"),
        new Row("a parent that is none", resumable, 404, "notFound").with("{\"parents\":[\"1x\"]}"),
        new Row("an id in use", resumable, 409, "fileIdInUse").with("{\"id\":\"{FILE}\"}"),
        new Row(
                "content of a document",
                "PATCH " + UPLOAD + "/{DOC}?uploadType=media",
                403,
                "fileNotUpdatable")
            .with("x"),
        new Row("a session that never was", "PUT " + UPLOAD + "?upload_id=x", 404, "").with("x"));
  }
}
