package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken request for each rule of uploads and downloads, and the vendor's refusal. */
class StrictGraphTest extends BytesBench {
  private static Http api;
  private static Http eve;
  private static String session;
  private static String sized;

  @BeforeAll
  static void prepare() {
    api = somebody("api", false);
    eve =
        Http.bearer(
            microsoft.url(),
            microsoft.grant(microsoft.addAccount("eve@example.org"), "Files.Read").access());
    put(api, "there.txt", bytes(3));
    String folder = "{\"name\":\"folder\",\"folder\":{}}";
    api.send("POST", "/v1.0/me/drive/root/children", folder, "Content-Type", "application/json");
    session = begin(api, "new.txt", "{}");
    sized = begin(somebody("sized", true), "new.txt", "{\"fileSize\":" + 4 * UNIT + "}");
  }

  private record Session(String rule, String item, int status, String code) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Session> sessions() {
    String mine = "{\"@microsoft.graph.conflictBehavior\":\"";
    return Stream.of(
        new Session("what is no conflict", mine + "ask\"}", 400, "invalidRequest"),
        new Session("a field that there is not", "{\"length\":5}", 400, "invalidRequest"),
        new Session(
            "a field of theirs", "{\"size\":5}", 400, "invalidRequest/propertyNotUpdateable"),
        new Session("an item that is none", "5", 400, "BadRequest"),
        new Session("a size that is none", "{\"fileSize\":\"5\"}", 400, "BadRequest"),
        new Session("a size at work", "{\"fileSize\":5}", 400, "invalidRequest"),
        new Session("a negative size", "{\"fileSize\":-5}", 400, "BadRequest"),
        new Session("another name", "{\"name\":\"other.txt\"}", 400, "invalidRequest"),
        new Session(
            "more than 250 GB",
            "{\"fileSize\":268435456001}",
            400,
            "invalidArgument/maxFileSizeExceeded"),
        new Session(
            "a time that is none",
            "{\"fileSystemInfo\":{\"createdDateTime\":\"today\"}}",
            400,
            "invalidRequest"));
  }

  @ParameterizedTest
  @MethodSource
  void sessions(Session row) {
    refused(create(api, "new2.txt", "{\"item\":" + row.item() + "}"), row.status(), row.code());
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(code(answer)).as(answer.body()).isEqualTo(code);
  }

  private record Fragments(String rule, String range, int bytes, int status, String code) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Fragments> fragments() {
    return Stream.of(
        new Fragments("bytes that are not said", "bytes 0-9/1310720", 11, 400, "invalidRequest"),
        new Fragments("a range that is none", "0-9/1310720", 10, 400, "invalidRequest"),
        new Fragments("another unit", "items 0-9/1310720", 10, 400, "invalidRequest"),
        new Fragments("no total", "bytes 0-327679/*", UNIT, 400, "invalidRequest"),
        new Fragments(
            "no multiple of 320 KiB", "bytes 0-327678/1310720", UNIT - 1, 400, "invalidRequest"),
        new Fragments("an end before the beginning", "bytes 1-0/1310720", 0, 400, "invalidRange"),
        new Fragments("an end beyond the total", "bytes 0-10/10", 11, 400, "invalidRange"),
        new Fragments(
            "another total",
            "bytes 0-327679/1310721",
            UNIT,
            400,
            "invalidRequest/fragmentLengthMismatch"),
        new Fragments(
            "a gap", "bytes 327680-655359/1310720", UNIT, 416, "invalidRange/fragmentOutOfOrder"),
        new Fragments(
            "60 MiB at once",
            "bytes 0-62914559/1310720000",
            192 * UNIT,
            413,
            "invalidRequest/maxFragmentLengthExceeded"));
  }

  @ParameterizedTest
  @MethodSource
  void fragments(Fragments row) {
    byte[] content = new byte[row.bytes()];
    refused(
        open.send("PUT", sized, content, "Content-Range", row.range()), row.status(), row.code());
  }

  private record Other(String rule, HttpResponse<String> answer, int status, String code) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Other> others() {
    String sessions = "/createUploadSession";
    String complete = "/v1.0/me/drive/root";
    String done = "{\"name\":\"x\",\"@microsoft.graph.sourceUrl\":\"" + session + "\"}";
    return Stream.of(
        new Other("no range", open.send("PUT", session, "x"), 400, "invalidRequest"),
        new Other(
            "an unfinished upload",
            open.send("POST", session, ""),
            400,
            "invalidRequest/uploadSessionIncomplete"),
        new Other("an end with content", open.send("POST", session, "x"), 400, "invalidRequest"),
        new Other("a change of a session", open.send("PATCH", session, "{}"), 405, "notAllowed"),
        new Other(
            "a session unheard of",
            open.get(session + "x"),
            404,
            "itemNotFound/uploadSessionNotFound"),
        new Other("a session with a token", api.get(session), 401, "unauthenticated"),
        new Other(
            "a session without one",
            open.send("POST", path("a") + sessions, ""),
            401,
            "InvalidAuthenticationToken"),
        new Other("a session of a reader", create(eve, "a", "{}"), 403, "accessDenied"),
        new Other(
            "a session of what is there", create(api, "there.txt", "{}"), 409, "nameAlreadyExists"),
        new Other(
            "a session in a folder's place",
            create(api, "folder", "{\"item\":" + conflict("replace") + "}"),
            409,
            "nameAlreadyExists"),
        new Other(
            "a session of no file",
            api.send("POST", complete + sessions, ""),
            400,
            "invalidRequest"),
        new Other(
            "a session of a name that can't be",
            create(api, "a%7Cb", "{}"),
            400,
            "invalidRequest/invalidPath"),
        new Other(
            "a parameter that there is not",
            create(api, "a", "{\"name\":\"a\"}"),
            400,
            "BadRequest"),
        new Other(
            "an old eTag",
            create(api, "there.txt", "{\"item\":" + conflict("replace") + "}", "If-Match", "\"x\""),
            412,
            "resourceModified/entityTagDoesNotMatch"),
        new Other(
            "an upload that is completed too early",
            api.send("PUT", complete, done, "Content-Type", "application/json"),
            400,
            "invalidRequest/uploadSessionIncomplete"),
        new Other(
            "no upload to complete",
            api.send("PUT", complete, "{\"name\":\"x\"}", "Content-Type", "application/json"),
            400,
            "invalidRequest"));
  }

  @ParameterizedTest
  @MethodSource
  void others(Other row) {
    refused(row.answer(), row.status(), row.code());
  }
}
