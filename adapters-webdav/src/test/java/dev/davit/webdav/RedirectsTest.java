package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.testkit.fault.TestContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects lead, and where they do not. */
class RedirectsTest extends ScriptedTest {
  private static final String BASIC = "Basic ";

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void S4_redirectToAnotherOrigin_isRefused_andNothingGoesThere(int status) {
    ScriptedServer other = listing("");
    ScriptedServer server = server((asked, out) -> out.say(status, "Location: " + other.url(), ""));

    assertKind(ErrorKind.ADDRESS_REFUSED, () -> list(server));
    assertKind(ErrorKind.ADDRESS_REFUSED, () -> verify(server));
    assertThat(other.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/dav/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "http://10.0.0.1/",
        "http:\\\\evil.example/",
        "http://a@127.0.0.1/"
      })
  void S4_redirectThatLeadsAway_isRefused(String location) {
    ScriptedServer server = server((asked, out) -> out.say(302, "Location: " + location, ""));

    assertKind(ErrorKind.ADDRESS_REFUSED, () -> list(server));
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void redirectWithinTheOrigin_isFollowed_withItsMethodAndCredential() {
    ScriptedServer server =
        server(
            (asked, out) -> {
              if (asked.path().equals("/dav/")) {
                out.say(301, "Location: /real/dav/", "");
              } else {
                out.multi(Xmls.folder("/real/dav/") + Xmls.file("/real/dav/a", 1));
              }
            });

    assertThat(list(server)).hasSize(1);
    assertThat(server.lines()).containsExactly("PROPFIND /dav/", "PROPFIND /real/dav/");
    assertThat(server.asked).allMatch(one -> one.header("authorization").startsWith(BASIC));
    Grant grant = verify(server);
    assertThat(((SecretFields) grant.credential()).require("server_url"))
        .isEqualTo(server.origin() + "/real/dav/");
  }

  @Test
  void redirectInCircles_ends() {
    ScriptedServer server = server((asked, out) -> out.say(302, "Location: /dav/", ""));

    assertKind(ErrorKind.PROTOCOL, () -> list(server));
    assertThat(server.asked).hasSize(4);
  }

  @Test
  void write_contentThatCanBeSentOnce_isNotRedirected() {
    ScriptedServer server =
        server(
            empty(
                (asked, out) -> {
                  asked.body();
                  out.say(asked.is("PUT") ? 307 : 204, "Location: /dav/elsewhere", "");
                }));

    assertKind(
        ErrorKind.PROTOCOL,
        () ->
            storage(server)
                .write(
                    new dev.davit.ports.storage.WriteRequest(
                        Davs.attempt(EntryId.ROOT, "a"),
                        TestContent.of("x"),
                        null,
                        ConflictPolicy.FAIL,
                        null)));
    assertThat(server.asked.stream().filter(one -> one.is("PUT"))).hasSize(1);
  }

  @Test
  void read_folderBehindAFilesId_isInvalid() {
    ScriptedServer server =
        server(
            (asked, out) -> {
              if (asked.path().endsWith("/")) {
                out.say(200, "Content-Type: text/html", "<html>index</html>");
              } else {
                out.say(301, "Location: " + asked.path() + "/", "");
              }
            });

    assertKind(ErrorKind.INVALID_REQUEST, () -> storage(server).read(new EntryId("1YQ"), null));
  }
}
