package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
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

  @Test
  void list_tenThousandEntries_inAnyOrder_areAllThereOnce() {
    int count = 10_000;
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(Xmls.file("/dav/%05d".formatted(i * 7919 % count), i));
    }
    ScriptedServer server = listing(all.toString());
    Storage storage = storage(server);

    int seen = 0;
    Cursor cursor = null;
    do {
      Listing page = storage.list(new ListRequest(EntryId.ROOT, 1000, cursor));
      for (var entry : page.entries()) {
        assertThat(entry.name()).isEqualTo("%05d".formatted(seen++));
      }
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).isEqualTo(count);
    assertThat(server.asked).hasSize(10);
  }
}
