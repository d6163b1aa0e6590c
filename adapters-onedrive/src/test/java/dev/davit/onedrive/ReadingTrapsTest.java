package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.Browsing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph and its downloads do to those who read: a test for each trap. */
class ReadingTrapsTest extends OneDriveTests {
  private static final String CONTENT = "0123456789";

  @BeforeEach
  void write() {
    file("file", CONTENT);
  }

  @Test
  void downloadAddress_isAskedWithoutAuthorization_withTheRange() {
    EntryId id = id("file");
    forget();
    assertThat(Browsing.text(storage(), id, new ByteRange.Between(2, 4))).isEqualTo("234");
    assertThat(asked("GET", "/content")).isEqualTo(1);
    assertThat(Browsing.text(storage(), id, null)).isEqualTo(CONTENT);
    Exchange download = microsofts().microsoft().requests().of("GET", "/download").get(0);
    assertThat(download.header("Authorization")).isEmpty();
    assertThat(download.header("Range")).contains("bytes=2-4");
    assertThat(download.status()).isEqualTo(206);
  }

  @Test
  void emptyFile_isReadWithoutARange() {
    file("empty", "");
    EntryId id = id("empty");
    assertThat(text(id)).isEmpty();
    List.of(new ByteRange.From(0), new ByteRange.Between(0, 5), new ByteRange.Last(1))
        .forEach(range -> assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, range)));
  }

  @Test
  void wholeInPlaceOfAPart_isReadUpToThat() {
    EntryId id = id("file");
    microsofts().graph().faults().wholeFiles(true);
    assertThat(Browsing.text(storage(), id, new ByteRange.Between(2, 4))).isEqualTo("234");
    assertThat(Browsing.text(storage(), id, new ByteRange.From(7))).isEqualTo("789");
    assertThat(Browsing.text(storage(), id, new ByteRange.Last(3))).isEqualTo("789");
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, new ByteRange.From(10)));
  }

  @Test
  void anotherPartThanAskedFor_isNotTaken() {
    EntryId id = id("file");
    atTheDownload(Fault.answer(206, "text/plain", "01").with("Content-Range", "bytes 0-1/10"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, new ByteRange.Between(5, 6)));
    atTheDownload(Fault.answer(206, "text/plain", "01").with("Content-Range", "bytes 0-1/10"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void refusedAddress_isReplacedByAFreshOne_once(int status) {
    EntryId id = id("file");
    forget();
    atTheDownload(Fault.status(status));
    assertThat(text(id)).isEqualTo(CONTENT);
    assertThat(asked("GET", "/content")).isEqualTo(2);
    atTheDownload(Fault.status(status).times(2));
    assertFails(
        status == 404 ? ErrorKind.NOT_FOUND : ErrorKind.UNAVAILABLE,
        () -> storage().read(id, null));
    assertThat(asked("GET", "/content")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/x",
        "https://files.example.org/x",
        "/relative",
        "not an address"
      })
  void S7_addressAtAnotherHost_isNotAsked(String address) {
    EntryId id = id("file");
    microsofts()
        .microsoft()
        .faults()
        .inject(Fault.answer(302, "text/plain", "").with("Location", address).at("/content"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, null));
  }

  @Test
  void contentWithoutAnAddress_isNoAnswer() {
    EntryId id = id("file");
    microsofts().microsoft().faults().inject(Fault.answer(200, "text/plain", "x").at("/content"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, null));
  }

  @Test
  void bodyThatBreaksOff_doesNotEndSilently() {
    EntryId id = id("file");
    atTheDownload(Fault.truncated(4));
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> readAll(id)))
        .isInstanceOf(IOException.class);
  }

  private void readAll(EntryId id) throws IOException {
    try (Download download = storage().read(id, null)) {
      download.body().readAllBytes();
    }
  }

  @Test
  void sizeThatLies_isNotBelieved_theBodyHasItsOwn() throws IOException {
    file("report.docx", CONTENT);
    microsofts().graph().faults().misstatedSize(5);
    EntryId id = id("report.docx");
    assertThat(storage().stat(id).size()).isEqualTo(15);
    try (Download download = storage().read(id, null)) {
      assertThat(download.size()).isEqualTo(10);
      assertThat(download.body().readAllBytes()).hasSize(10);
    }
    assertThat(Browsing.text(storage(), id, new ByteRange.Last(3))).isEqualTo("789");
    assertThat(Browsing.text(storage(), id, new ByteRange.Between(8, 14))).isEqualTo("89");
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, new ByteRange.From(10)));
  }

  @Test
  void malware_isListed_andNotRead() {
    String file = file("bad", "x");
    items().malware(file, "Win32/Test");
    EntryId id = id("bad");
    assertThat(assertFails(ErrorKind.PROVIDER_DENIED, () -> storage().read(id, null)))
        .hasMessageContaining("malware");
  }

  @Test
  void folder_hasNoContent() {
    folder("folder");
    EntryId id = id("folder");
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, null));
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(EntryId.ROOT, null));
  }

  @Test
  void etag_isTheItems_inQuotes() throws IOException {
    EntryId id = id("file");
    String etag = storage().stat(id).etag();
    assertThat(etag).matches("\"[^\"]+\"");
    try (Download download = storage().read(id, null)) {
      assertThat(download.etag()).isEqualTo(etag);
      assertThat(download.contentType()).isEqualTo(storage().stat(id).contentType());
    }
    items().write(items().named(top(), "file").orElseThrow(), new byte[] {1});
    assertThat(storage().stat(id).etag()).isNotEqualTo(etag);
  }

  @Test
  void time_isThatOfTheContent_whichRenamingDoesNotChange() {
    String file = items().named(top(), "file").orElseThrow();
    var written = java.time.Instant.parse("2020-02-03T04:05:06Z");
    items().modified(file, written);
    items().rename(file, "renamed");
    assertThat(storage().stat(id("renamed")).modifiedAt()).isEqualTo(written);
  }

  /** Where the bytes are. */
  private void atTheDownload(Fault fault) {
    microsofts().microsoft().faults().inject(fault.on("GET").at("/download"));
  }
}
