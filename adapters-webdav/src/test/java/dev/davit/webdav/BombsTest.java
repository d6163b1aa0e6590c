package dev.davit.webdav;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are meant to exhaust, and those that are merely large. */
class BombsTest extends ScriptedTest {
  private static final String START = "<D:multistatus xmlns:D=\"DAV:\"><D:response>";

  private static void pour(Out out, String start, String drop) throws IOException {
    out.raw("HTTP/1.1 207 X\r\n\r\n" + start);
    String wave = drop.repeat(64 * 1024 / drop.length());
    while (true) {
      out.raw(wave);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<D:href>, x",
    "<D:href a=\", x",
    "<x, x",
    "<!--, x",
    "<![CDATA[, x",
    "<?x , x",
    "<D:href>, &quot;",
    "<D:href>, <a>",
    "<a , xmlns:y='z' "
  })
  void S4_list_endlessXml_isCut(String start, String drop) {
    ScriptedServer server = server((asked, out) -> pour(out, START + start, drop));

    assertKind(ErrorKind.PROTOCOL, () -> list(server));
  }

  @Test
  void S4_list_tooLargeOrTooMany_isCut() {
    WebDavSettings usual = Davs.settings();
    WebDavSettings small =
        new WebDavSettings(
            usual.connect(),
            usual.answer(),
            usual.idle(),
            usual.total(),
            usual.leastRate(),
            100_000,
            50,
            usual.spool());
    ScriptedServer large =
        server((asked, out) -> pour(out, "<D:multistatus xmlns:D=\"DAV:\">", " <a/> "));
    ScriptedServer many = listing(Xmls.file("/dav/a", 1).repeat(51));

    ListRequest top = new ListRequest(EntryId.ROOT, 5, null);
    assertKind(ErrorKind.PROTOCOL, () -> storage(large, small).list(top));
    assertKind(ErrorKind.PROTOCOL, () -> storage(many, small).list(top));
  }
}
