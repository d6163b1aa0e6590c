package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.webdav.ScriptedServer.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that mean harm, against an adapter with a small heap in a JVM of its own: each ends by
 * its cap, and the heap grows by less than 32 MiB.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileHeapTest extends ScriptedTest {
  private static final int MIB = 1024 * 1024;
  private static final long GIB = 1024L * MIB;
  private static final long PATIENT = 60_000;
  private static final long HASTY = 1100;
  private static final String OPEN = "<D:multistatus xmlns:D=\"DAV:\">";
  private static final String CHUNKED = "HTTP/1.1 %d X\r\nTransfer-Encoding: chunked\r\n\r\n";

  private byte[] bomb;
  private HostileFork fork;

  @TempDir private static Path folder;

  @BeforeAll
  void start() throws Exception {
    bomb = Pours.gzipped();
    fork = new HostileFork(folder.resolve("errors"), listing(Xmls.file("/dav/a", 1)).url());
  }

  @AfterAll
  void stop() throws Exception {
    fork.stop();
  }

  private String end(String what, Script script) throws Exception {
    return fork.end(what, 32 * MIB, PATIENT, server(script).url());
  }

  private String hasty(String what, Script script) throws Exception {
    return fork.end(what, 32 * MIB, HASTY, server(script).url());
  }

  @Test
  void S4_billionLaughs_areNotExpanded() throws Exception {
    StringBuilder types = new StringBuilder("<!DOCTYPE m [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      types.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    String laughs = OPEN + Xmls.file("/dav/&l11;", 1) + "</D:multistatus>";

    assertThat(end("list", (asked, out) -> out.say(207, "", types + "]>" + laughs)))
        .isEqualTo("PROTOCOL");
    assertThat(end("list", (asked, out) -> out.say(207, "", laughs))).isEqualTo("PROTOCOL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE m [<!ENTITY e SYSTEM \"%s\">]>",
        "<!DOCTYPE m PUBLIC \"e\" \"%s\">",
        "<!DOCTYPE m SYSTEM \"%s\">",
        "<!DOCTYPE m [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>",
        "<?xml-stylesheet href=\"%s\"?>"
      })
  void S4_externalEntity_isNeverFetched(String type) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "a-name-from-a-file");
    String use = OPEN + Xmls.file("/dav/&e;", 1) + "</D:multistatus>";
    try (Sentinel sentinel = new Sentinel()) {
      for (String address : new String[] {sentinel.url(), secret.toUri().toString()}) {
        String all = type.formatted(address) + use;
        assertThat(end("list", (asked, out) -> out.say(207, "", all))).isEqualTo("PROTOCOL");
        assertThat(end("verify", (asked, out) -> out.say(207, "", all))).isEqualTo("NOT_WEBDAV");
      }
      sentinel.assertUntouched();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<a>, <a>",
    "<D:response>, <D:response>",
    "<D:response><D:href>, <D:href>",
    "<D:response><D:href>, x",
    "'<a b=\"', x",
    "<!--, x"
  })
  void S4_endlessOrDeepXml_isCut(String start, String drop) throws Exception {
    assertThat(end("list", Pours.xml(OPEN + start, i -> drop))).isEqualTo("PROTOCOL");
  }

  @Test
  void S4_endlessXmlOfSmallThings_endsByTheListingsCap() throws Exception {
    String small = "<a b='%s'/> ".formatted("c".repeat(100));

    assertThat(end("list", Pours.xml(OPEN, i -> small))).isEqualTo("PROTOCOL");
  }

  /** Whatever a parser keeps of each name, it may not keep for each of millions. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a%d/>",
        "<b c%d=''/>",
        "<b xmlns='u:%d'/>",
        "<b xmlns:p%1$d='u' p%1$d:d=''/>",
        "<?p%d?>",
        "<b c='&e%d;'/>"
      })
  void S4_endlesslyManyNames_areCut(String form) throws Exception {
    String longer = form.replace("%", "n".repeat(900) + "%");

    assertThat(end("list", Pours.xml(OPEN, form::formatted))).isEqualTo("PROTOCOL");
    assertThat(end("list", Pours.xml(OPEN, longer::formatted))).isEqualTo("PROTOCOL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "identity, gzip"})
  void S4_gibibyteOfGzip_isNotInflated(String coding) throws Exception {
    String header = "Content-Encoding: " + coding + "\r\n";

    assertThat(end("list", Pours.encoded(207, header, bomb))).isEqualTo("PROTOCOL");
    assertThat(end("verify", Pours.encoded(207, header, bomb))).isEqualTo("NOT_WEBDAV");
    assertThat(end("read", Pours.encoded(200, header, bomb))).isEqualTo("PROTOCOL");
    assertThat(end("read", Pours.encoded(200, "", bomb))).isEqualTo("READ " + bomb.length);
  }

  @ParameterizedTest
  @CsvSource({
    "list, 'HTTP/1.1 207 X\r\nX-More: ', UNAVAILABLE",
    "list, 'HTTP/1.1 207 X\r\n\r\n<D:multistatus', UNAVAILABLE",
    "read, 'HTTP/1.1 200 X\r\nContent-Length: 9999\r\n\r\n', BROKEN"
  })
  void S4_aByteASecond_isCut(String what, String start, String end) throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    Script dripping =
        (asked, out) -> {
          out.raw(start);
          for (int i = 0; i < 60 && !cut.await(1, TimeUnit.SECONDS); i++) {
            out.raw(" ");
          }
        };
    try {
      assertThat(hasty(what, dripping)).isEqualTo(end);
    } finally {
      cut.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "read"})
  void S4_endlessHeaders_areCut(String what) throws Exception {
    String fill = "x".repeat(1000);
    String ok = "HTTP/1.1 207 X\r\n";

    assertThat(end(what, Pours.pouring(ok, i -> "X-%d: %s\r\n".formatted(i, fill))))
        .isEqualTo("UNAVAILABLE");
    assertThat(end(what, Pours.pouring(ok + "X: ", i -> fill))).isEqualTo("UNAVAILABLE");
    assertThat(end(what, Pours.pouring(ok + "X: y\r\n", i -> " " + fill + "\r\n")))
        .isEqualTo("UNAVAILABLE");
    assertThat(end(what, Pours.pouring("HTTP/1.1 207 ", i -> fill))).isEqualTo("UNAVAILABLE");
  }

  /** Lines that are no answer yet: only time ends them. */
  @ParameterizedTest
  @ValueSource(strings = {"noise\r\n", "HTTP/1.1 103 X\r\nLink: y\r\n\r\n"})
  void S4_endlessForerunners_areCutByTheTotal(String line) throws Exception {
    Script endless = (asked, out) -> Pours.pour(out, Long.MAX_VALUE, i -> line);

    assertThat(hasty("list", endless)).isEqualTo("UNAVAILABLE");
  }

  @Test
  void S4_endlessChunkExtensionsAndTrailers_areCut() throws Exception {
    String listing = CHUNKED.formatted(207);
    String file = CHUNKED.formatted(200);

    assertThat(end("list", Pours.pouring(listing + "5;", i -> "x=y;"))).isEqualTo("UNAVAILABLE");
    assertThat(end("read", Pours.pouring(file + "5;", i -> "x=y;"))).isEqualTo("BROKEN");
    assertThat(end("read", Pours.pouring(file + "0\r\n", i -> "X: y\r\n"))).isEqualTo("BROKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "read"})
  void S4_endlessRedirects_withEndlessBodies_areCut(String what) throws Exception {
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 307 X\r\nLocation: " + asked.path() + "x\r\n\r\n");
              Pours.pour(out, Pours.MORE, i -> "body");
            });

    assertThat(fork.end(what, MIB, PATIENT, server.url())).isEqualTo("PROTOCOL");
    assertThat(server.asked).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"list", "read", "verify"})
  void S7_redirectToAnotherHost_isRefused_andNothingGoesThere(String what) throws Exception {
    try (Sentinel sentinel = new Sentinel()) {
      String away = "Location: " + sentinel.url();

      assertThat(end(what, (asked, out) -> out.say(307, away, ""))).isEqualTo("ADDRESS_REFUSED");
      sentinel.assertUntouched();
    }
  }

  @Test
  void S7_hrefToAnotherHost_isRefused_andNothingGoesThere() throws Exception {
    try (Sentinel sentinel = new Sentinel()) {
      String top = Xmls.folder("/dav/");
      String there = Xmls.file(sentinel.url() + "a", 1);

      assertThat(end("follow", (asked, out) -> out.multi(top + there))).isEqualTo("PROTOCOL");
      sentinel.assertUntouched();
    }
  }

  @Test
  void S7_hrefToAnotherPort_isAPathOnly_andIsAskedOfTheOrigin() throws Exception {
    ScriptedServer other = listing("");
    Script script =
        (asked, out) -> {
          if (asked.is("GET")) {
            out.say(200, "", "here");
          } else {
            out.multi(Xmls.folder("/dav/") + Xmls.file(other.url() + "a", 4));
          }
        };

    assertThat(end("follow", script)).isEqualTo("READ 4");
    assertThat(other.asked).isEmpty();
  }

  @Test
  @Tag("long")
  void S4_gibibyte_asListing_endsByTheDefaultCap_asFile_passesThrough() throws Exception {
    long cap = WebDavSettings.defaults().listingBytes();
    String blanks = "<a/> ".repeat(1000);
    ScriptedServer listing =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 207 X\r\n\r\n" + OPEN);
              Pours.pour(out, GIB, i -> blanks);
            });
    byte[] wave = new byte[MIB];
    Script file =
        (asked, out) -> {
          out.raw("HTTP/1.1 200 X\r\nContent-Length: " + GIB + "\r\n\r\n");
          for (int i = 0; i < 1024; i++) {
            out.bytes().write(wave);
          }
        };

    assertThat(fork.end("list", cap, 10 * PATIENT, listing.url())).isEqualTo("PROTOCOL");
    assertThat(end("read", file)).isEqualTo("READ " + GIB);
  }
}
