package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which servers write hrefs. */
class HrefsTest extends ScriptedTest {
  private Entry only(String href) {
    List<Entry> entries = list(listing(Xmls.file(href, 1)));
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  @Test
  void list_fourStyles_areTheSameEntry() {
    ScriptedServer absolute =
        server(
            (asked, out) -> {
              String base = "http://" + asked.header("host") + "/dav/";
              out.multi(Xmls.folder(base) + Xmls.file(base + "a%20b%C3%A4.txt", 1));
            });
    Entry entry = only("/dav/a%20b%C3%A4.txt");

    assertThat(entry.name()).isEqualTo("a bä.txt");
    assertThat(list(absolute)).containsExactly(entry);
    assertThat(only("a%20b%c3%a4.txt")).isEqualTo(entry);
    assertThat(only("/d%61v/%61 bä.txt")).isEqualTo(entry);
  }

  @Test
  void list_absoluteHrefOfAnotherScheme_isTakenForItsPath() {
    Entry entry = only("https://127.0.0.1/dav/a");
    assertThat(entry).isEqualTo(only("/dav/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dav/100%.txt|100%.txt",
        "/dav/a;b=c.txt|a;b=c.txt",
        "/dav/a+b&amp;c.txt|a+b&c.txt",
        "/dav/50%25 off|50% off",
        "/dav/a%5Cb|a\\b",
        "/dav/Icon%0D|Icon\r",
        "/dav/%E4|ä"
      })
  void list_oddNames_areListedAndFoundAgain(String row) {
    String[] parts = row.split("\\|", -1);
    ScriptedServer server =
        server(
            (asked, out) -> {
              boolean top = asked.path().equals("/dav/");
              out.multi((top ? Xmls.folder("/dav/") : "") + Xmls.file(parts[0], 1));
            });

    Entry entry = list(server).get(0);

    assertThat(entry.name()).isEqualTo(parts[1]);
    assertThat(storage(server).stat(entry.id())).isEqualTo(entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/dav/a",
        "//evil.example/dav/a",
        "/other/a",
        "/",
        "/dav/../a",
        "/dav/%2e%2e/a",
        "/dav/%252e%252e/a",
        "/dav/..%5Ca",
        "/dav/x%2F..%2F..%2Fa",
        "../a",
        "/dav/a%00b",
        ""
      })
  void S7_list_hrefThatLeadsElsewhere_isRefused(String href) {
    assertKind(ErrorKind.PROTOCOL, () -> list(listing(Xmls.file(href, 1))));
  }

  @Test
  void list_selfWithoutSlash_andDeeperEntries_areDropped() {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.multi(
                    Xmls.folder("/dav") + Xmls.folder("/dav/b") + Xmls.file("/dav/b/deep", 1)));

    List<Entry> entries = list(server);

    assertThat(entries).extracting(Entry::name).containsExactly("b");
    assertThat(entries.get(0).isFolder()).isTrue();
  }

  @Test
  void list_temporaryNames_areNotShown() {
    assertThat(list(listing(Xmls.file("/dav/.davit-abcdefgh-1.part", 1)))).isEmpty();
  }

  @Test
  void list_anEntryTwice_isShownOnce() {
    ScriptedServer server =
        listing(Xmls.file("/dav/a", 1) + Xmls.file("a", 1) + Xmls.file("/dav/b", 1));

    Listing first = storage(server).list(new ListRequest(EntryId.ROOT, 1, null));
    Listing second = storage(server).list(new ListRequest(EntryId.ROOT, 1, first.next()));

    assertThat(first.entries()).extracting(Entry::name).containsExactly("a");
    assertThat(Objects.requireNonNull(second).entries())
        .extracting(Entry::name)
        .containsExactly("b");
    assertThat(second.next()).isNull();
  }

  @Test
  void S1_forgedIds_areNotFound_andNothingIsAsked() {
    ScriptedServer server = listing("");
    for (String path :
        List.of(
            "..",
            "../a",
            "a/../../b",
            "a//b",
            "/a",
            "a/.",
            "%2e%2e",
            "%252e%252e/x",
            "..\\a",
            "a\0")) {
      String id = "1" + base64(path);
      assertKind(ErrorKind.NOT_FOUND, () -> storage(server).stat(new EntryId(id)));
      assertKind(ErrorKind.NOT_FOUND, () -> storage(server).read(new EntryId(id), null));
      assertKind(ErrorKind.NOT_FOUND, () -> storage(server).delete(new EntryId(id)));
    }
    for (String id : List.of("1", "2", "3YQ", "YQ", "1YR", "1YQ-", "2AA", "2_w", "1Lw")) {
      assertKind(ErrorKind.NOT_FOUND, () -> storage(server).stat(new EntryId(id)));
    }
    assertThat(server.asked).isEmpty();
  }

  private static String base64(String path) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(path.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
