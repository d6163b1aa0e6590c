package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer, well or ill. */
class AnswersTest extends ScriptedTest {
  @Test
  void list_defaultNamespace_isRead() {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.say(
                    207,
                    "",
                    """
                    <multistatus xmlns="DAV:"><response><href>/dav/</href><propstat><prop>
                    <resourcetype><collection/></resourcetype></prop></propstat></response>
                    <response><href> /dav/a </href><propstat><prop><getcontentlength>3</getcontentlength>
                    <x:getetag xmlns:x="urn:other">no</x:getetag></prop></propstat>
                    <propstat><prop><getetag>"no"</getetag></prop><status>HTTP/1.1 404 Not Found</status>
                    </propstat></response>
                    <response><href>/dav/gone</href><status>HTTP/1.1 404 Not Found</status></response>
                    </multistatus>"""));

    List<Entry> entries = list(server);

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).size()).isEqualTo(3);
    assertThat(entries.get(0).etag()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Mon, 06 Nov 1994 08:49:37 UTC",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "1994-11-06T08:49:37Z",
        "1994-11-06T09:49:37.000+01:00"
      })
  void list_datesOfAllForms_areRead(String date) {
    assertThat(property("getlastmodified", date).modifiedAt())
        .isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "0", "Sun, 99 Nov 1994 08:49:37 GMT"})
  void list_unreadableValues_areAbsent(String text) {
    assertThat(property("getlastmodified", text).modifiedAt()).isNull();
  }

  @Test
  void list_sizesThatAreNone_areAbsent() {
    for (String size : List.of("-1", "x", "", "9223372036854775807", "99999999999999999999")) {
      assertThat(property("getcontentlength", size).size()).isNull();
    }
    assertThat(property("getcontentlength", "0").size()).isZero();
  }

  @Test
  void list_etags_areInHttpForm() {
    assertThat(property("getetag", "&quot;a&quot;").etag()).isEqualTo("\"a\"");
    assertThat(property("getetag", "W/\"a\"").etag()).isEqualTo("W/\"a\"");
    assertThat(property("getetag", "abc-1").etag()).isEqualTo("\"abc-1\"");
    assertThat(property("getetag", "a\"b c").etag()).isNull();
    assertThat(property("getcontenttype", "x\r\nSet-Cookie: a=b").contentType()).isNull();
  }

  private Entry property(String name, String value) {
    String xml = "<D:%s>%s</D:%s>".formatted(name, value, name);
    return list(listing(Xmls.response("/dav/a", xml))).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10, 20, 10, 20",
        "-1, -3, -, -",
        "0, 0, 0, 0",
        "10, 9223372036854775807, 10, -",
        "a, , -, -"
      })
  void quota_unknown_isAbsent(String used, String free, Long expectedUsed, Long expectedFree) {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.multi(
                    Xmls.response(
                        "/dav/",
                        "<D:quota-used-bytes>%s</D:quota-used-bytes><D:quota-available-bytes>%s</D:quota-available-bytes>"
                            .formatted(used, free == null ? "" : free))));

    assertThat(storage(server).quotas().orElseThrow().quota())
        .isEqualTo(new Quotas.Quota(expectedUsed, expectedFree, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><D:multistatus xmlns:D=\"DAV:\"/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><D:multistatus xmlns:D=\"DAV:\">"
            + "<D:response><D:href>&e;</D:href></D:response></D:multistatus>",
        "<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>&e;</D:href></D:response></D:multistatus>",
        "<html><body>Log in</body></html>",
        "<D:multistatus xmlns:D=\"DAV:\"><D:response>",
        "<D:multistatus xmlns:D=\"DAV:\"><D:response/></D:multistatus>",
        "<multistatus><response><href>/dav/</href></response></multistatus>",
        "{\"json\": true}",
        ""
      })
  void list_noMultiStatus_isProtocol(String body) {
    ScriptedServer server = server((asked, out) -> out.say(207, "", body));

    assertKind(ErrorKind.PROTOCOL, () -> list(server));
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(server));
  }

  @Test
  void list_htmlInPlaceOfXml_isProtocol_andNotWebDav() {
    ScriptedServer server =
        server((asked, out) -> out.say(200, "Content-Type: text/html", "<html>Welcome</html>"));

    assertKind(ErrorKind.PROTOCOL, () -> list(server));
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(server));
  }

  /** What golang.org/x/net/webdav, and so rclone, sends when an entry can't be opened. */
  @Test
  void list_closedEarlyByAFailure_isUnavailable_notShort() {
    String body = Xmls.multi(Xmls.folder("/dav/") + Xmls.file("/dav/a", 1));
    ScriptedServer server =
        server((asked, out) -> out.say(207, "", body + "Internal Server Error"));

    assertKind(ErrorKind.UNAVAILABLE, () -> list(server));
    assertThat(list(listing(Xmls.file("/dav/a", 1)))).hasSize(1);
  }

  @Test
  void list_brokenOff_isUnavailable() {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.raw(
                    "HTTP/1.1 207 X\r\nContent-Length: 9999\r\n\r\n"
                        + Xmls.multi(Xmls.folder("/dav/")).substring(0, 150)));

    assertKind(ErrorKind.UNAVAILABLE, () -> list(server));
  }

  @ParameterizedTest
  @CsvSource({
    "400, PROTOCOL",
    "401, REAUTH_REQUIRED",
    "403, PROVIDER_DENIED",
    "404, NOT_FOUND",
    "405, PROTOCOL",
    "410, NOT_FOUND",
    "423, LOCKED",
    "425, UNAVAILABLE",
    "429, RATE_LIMITED",
    "500, UNAVAILABLE",
    "502, UNAVAILABLE",
    "503, UNAVAILABLE",
    "507, QUOTA_EXCEEDED",
    "509, UNAVAILABLE",
    "300, PROTOCOL",
    "200, PROTOCOL"
  })
  void status_hasItsKind(int status, ErrorKind kind) {
    ScriptedServer server = server((asked, out) -> out.say(status, "", "secret words"));

    CloudException thrown = failure(() -> list(server));

    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.getMessage()).doesNotContain("secret words");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void retryAfter_secondsOrDate_isPassedOn() {
    assertThat(delay("Retry-After: 7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(
            delay(
                "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                    + "Retry-After: Sun, 06 Nov 1994 08:50:37 GMT"))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(
            delay(
                "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                    + "Retry-After: Sun, 06 Nov 1994 07:50:37 GMT"))
        .isEqualTo(Duration.ZERO);
    assertThat(delay("Retry-After: 999999999")).isEqualTo(Duration.ofDays(1));
    ScriptedServer silent = server((asked, out) -> out.say(429, "Retry-After: soon", ""));
    assertThat(failure(() -> list(silent)).retryAfter()).isEmpty();
  }

  private Duration delay(String headers) {
    ScriptedServer server = server((asked, out) -> out.say(429, headers, ""));
    return failure(() -> list(server)).retryAfter().orElseThrow();
  }

  @Test
  void list_cursorThatIsNone_isRefusedBeforeAnythingIsAsked() {
    ScriptedServer server = listing("");
    Storage storage = storage(server);

    for (String cursor : List.of("x", "1", "1%", "2YQ", "1YR", "http://127.0.0.1/")) {
      assertKind(
          ErrorKind.INVALID_CURSOR,
          () -> storage.list(new ListRequest(EntryId.ROOT, 5, new Cursor(cursor))));
    }
    assertThat(server.asked).isEmpty();
  }
}
