package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.Browsing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Drive does to those who read: a test for each trap. */
class ReadingTrapsTest extends DriveTests {
  private static final String DOCUMENT = "application/vnd.google-apps.document";

  @Test
  void emptyFile_isReadWithoutARange() {
    file("empty", "");
    assertThat(Browsing.text(storage(), id("empty"), null)).isEmpty();
    EntryId id = id("empty");
    googles().google().requests().clear();
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, new ByteRange.From(0)));
    assertThat(asked("GET", "alt=media")).isZero();
  }

  @Test
  void wholeInPlaceOfAPart_isReadUpToThat() {
    file("file", "0123456789");
    EntryId id = id("file");
    ignoreRange();
    assertThat(Browsing.text(storage(), id, new ByteRange.Between(2, 4))).isEqualTo("234");
    ignoreRange();
    assertThat(Browsing.text(storage(), id, new ByteRange.Last(3))).isEqualTo("789");
  }

  private void ignoreRange() {
    googles()
        .google()
        .faults()
        .inject(Fault.answer(200, "text/plain", "0123456789").at("alt=media"));
  }

  @Test
  void anotherPartThanAskedFor_isNotTaken() {
    file("file", "0123456789");
    EntryId id = id("file");
    googles()
        .google()
        .faults()
        .inject(
            Fault.answer(206, "text/plain", "01")
                .with("Content-Range", "bytes 0-1/10")
                .at("alt=media"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, new ByteRange.Between(5, 6)));
  }

  @Test
  void document_hasNoSize_andIsReadAsAnOfficeFile() throws IOException {
    document("Report", "exported text");
    Entry entry = Browsing.named(storage(), EntryId.ROOT, "Report.docx");
    assertThat(entry.size()).isNull();
    assertThat(entry.contentType())
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(entry.etag()).startsWith("W/");
    try (Download download = storage().read(entry.id(), null)) {
      assertThat(download.contentType()).isEqualTo(entry.contentType());
      assertThat(download.etag()).isEqualTo(entry.etag());
      assertThat(new String(download.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("exported text");
    }
  }

  @ParameterizedTest
  @CsvSource({"spreadsheet,.xlsx", "presentation,.pptx", "drawing,.png"})
  void documentsOfGoogles_haveTheEndingOfWhatTheyAreReadAs(String kind, String ending) {
    items().addDocument(top(), "Doc", "application/vnd.google-apps." + kind, new byte[] {1, 2});
    assertThat(Browsing.text(storage(), id("Doc" + ending), null)).hasSize(2);
  }

  @Test
  void document_thatHasTheEndingAlready_keepsItsName() {
    document("Report.docx", "x");
    assertThat(Browsing.names(storage(), EntryId.ROOT, 10)).containsExactly("Report.docx");
  }

  @Test
  void export_ignoresRanges_whichAreCutHere() {
    document("Report", "0123456789");
    EntryId id = id("Report.docx");
    assertThat(Browsing.text(storage(), id, new ByteRange.From(7))).isEqualTo("789");
    assertThat(Browsing.text(storage(), id, new ByteRange.Between(1, 2))).isEqualTo("12");
    assertThat(Browsing.text(storage(), id, new ByteRange.Last(2))).isEqualTo("89");
    assertThat(Browsing.text(storage(), id, new ByteRange.Last(99))).isEqualTo("0123456789");
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, new ByteRange.From(10)));
  }

  @Test
  void export_ofMoreThanTenMegabytes_isTooLarge_andSaysSo() {
    items().addDocument(top(), "Big", DOCUMENT, new byte[(10 << 20) + 1]);
    EntryId id = id("Big.docx");
    assertThat(assertFails(ErrorKind.TOO_LARGE, () -> storage().read(id, null)))
        .hasMessageContaining("10 MB");
  }

  @Test
  void documentThatCanNotBeExported_isRefused_andSaysSo() {
    items().addDocument(top(), "Map", "application/vnd.google-apps.map", new byte[1]);
    EntryId id = id("Map");
    googles().google().requests().clear();
    assertThat(assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, null)))
        .hasMessageContaining("can't be read as a file");
    assertThat(asked("GET", "/export")).isZero();
  }

  @Test
  void noDownload_isSaidBeforeTrying() {
    String other = googles().somebody().email();
    String shared = file(items().root(other), "secret plan", "1");
    items().share(shared, account().email(), "reader");
    items().undownloadable(shared, true);
    EntryId id = storage().search().orElseThrow().find("secret", 10, null).entries().get(0).id();
    googles().google().requests().clear();
    assertFails(ErrorKind.PROVIDER_DENIED, () -> storage().read(id, null));
    assertThat(asked("GET", "alt=media")).isZero();
  }

  @Test
  void abusiveFile_isNeverAcknowledgedForTheUser() {
    items().abusive(file("virus", "1"), true);
    EntryId id = id("virus");
    assertThat(assertFails(ErrorKind.PROVIDER_DENIED, () -> storage().read(id, null)))
        .hasMessageContaining("malware");
    assertThat(asked("GET", "acknowledgeAbuse")).isZero();
  }

  @Test
  void shortcut_isReadWhereItLeads_butHasItsOwnName() {
    String target = file("target", "content");
    items().addShortcut(top(), "shortcut", target, "text/plain");
    Entry shortcut = Browsing.named(storage(), EntryId.ROOT, "shortcut");
    assertThat(shortcut.size()).isNull();
    assertThat(shortcut.contentType()).isEqualTo("text/plain");
    assertThat(Browsing.text(storage(), shortcut.id(), null)).isEqualTo("content");
    assertThat(Browsing.text(storage(), shortcut.id(), new ByteRange.From(4))).isEqualTo("ent");
    items().rename(target, "renamed");
    assertThat(storage().stat(shortcut.id()).name()).isEqualTo("shortcut");
  }

  @Test
  void shortcut_toADocument_isReadAsWhatThatIs() {
    String target = document("Report", "text");
    items().addShortcut(top(), "Link", target, DOCUMENT);
    assertThat(Browsing.text(storage(), id("Link.docx"), null)).isEqualTo("text");
  }

  @Test
  void etag_changesWithTheContent_notWithTheName() {
    String file = file("file", "one");
    Entry before = storage().stat(id("file"));
    items().rename(file, "renamed");
    assertThat(storage().stat(before.id()).etag()).isEqualTo(before.etag());
    items().write(file, "two".getBytes(StandardCharsets.UTF_8));
    assertThat(storage().stat(before.id()).etag()).isNotEqualTo(before.etag());
  }

  private String document(String name, String exported) {
    return items().addDocument(top(), name, DOCUMENT, exported.getBytes(StandardCharsets.UTF_8));
  }
}
