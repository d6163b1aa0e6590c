package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is known of making and replacing files in a Drive: a test for each line that decides it. */
class DriveTrapsWriteTest extends WritingBench {
  private static final String DOCUMENT = "application/vnd.google-apps.document";

  @Test
  void lostAnswers_makeNoSecondFileOrFolder() {
    googles.google().faults().inject(Fault.lost().on("POST").at("/upload/"));
    Entry file = ada.write("file", TestContent.of("text"), ConflictPolicy.FAIL);
    googles.google().faults().inject(Fault.lost().on("POST").at("/drive/v3/files"));
    Entry made = ada.storage().createFolder(EntryId.ROOT, "folder");
    assertThat(ada.items().children(ada.root())).hasSize(2);
    assertThat(ada.text(file)).isEqualTo("text");
    assertThat(made.isFolder()).isTrue();
    assertThat(googles.google().requests().count("POST", "/files")).isEqualTo(2);
  }

  @Test
  void status409_ofAnIdThatWasGiven_isLookedInto_notTakenForAnother() {
    googles.google().faults().inject(Fault.lost().on("POST").at("/upload/"));
    googles.google().faults().inject(Fault.dropped().on("GET").at("/files/1"));
    Wishes.assertFails(ErrorKind.UNAVAILABLE, () -> write("file", "lost"));
    assertThat(ada.named("file")).hasSize(1);
    googles.google().faults().inject(DriveFaults.idInUse());
    Wishes.assertFails(ErrorKind.CONFLICT, () -> write("other", "text"));
    assertThat(ada.named("other")).isEmpty();
  }

  @Test
  void ids_areMadeByGoogle_beforehand() {
    write("file", "text");
    assertThat(googles.google().requests().count("GET", "/files/generateIds")).isEqualTo(1);
  }

  @Test
  void requests_areNotMadeTwice() {
    EntryId folder = ada.storage().createFolder(EntryId.ROOT, "folder").id();
    WriteRequest request =
        new WriteRequest(
            new WriteAttempt(folder, "file", "a-tag-of-mine"),
            TestContent.of("x"),
            null,
            ConflictPolicy.REPLACE,
            null);
    googles.google().requests().clear();
    Entry file = ada.storage().write(request);
    assertThat(asked()).isEqualTo(5);
    ada.storage()
        .write(
            new WriteRequest(
                request.attempt(), TestContent.of("y"), null, ConflictPolicy.REPLACE, null));
    assertThat(asked()).isEqualTo(2);
    ada.storage().move(file.id(), folder, "other", ConflictPolicy.FAIL);
    assertThat(asked()).isEqualTo(4);
    ada.storage().delete(file.id());
    assertThat(asked()).isEqualTo(2);
    ada.storage().recover(request.attempt());
    assertThat(asked()).isEqualTo(1);
  }

  private static int asked() {
    int asked = googles.google().requests().all().size();
    googles.google().requests().clear();
    return asked;
  }

  @Test
  void replacing_isOnePatch_onTheIdThatIsThere() {
    Entry old = write("file", "old");
    googles.google().requests().clear();
    Entry now = ada.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(now.id()).isEqualTo(old.id());
    assertThat(ada.text(now)).isEqualTo("new");
    List<Exchange> uploads = ada.uploads();
    assertThat(uploads).hasSize(1).first().extracting(Exchange::method).isEqualTo("PATCH");
    assertThat(uploads.get(0).header("X-HTTP-Method-Override")).isEmpty();
  }

  @Test
  void replacing_keepsTheMediaType_whereNoneIsSaid() {
    ada.storage()
        .write(
            new WriteRequest(
                Writer.attempt("a.pdf"),
                TestContent.of("x"),
                "application/pdf",
                ConflictPolicy.FAIL,
                null));
    Entry now = ada.write("a.pdf", TestContent.of("y"), ConflictPolicy.REPLACE);
    assertThat(now.contentType()).isEqualTo("application/pdf");
  }

  @Test
  void mediaTypeOfGooglesOwnDocuments_isNotPassedOn_soThatNothingIsConverted() {
    Entry entry =
        ada.storage()
            .write(
                new WriteRequest(
                    Writer.attempt("a"), TestContent.of("x"), DOCUMENT, ConflictPolicy.FAIL, null));
    assertThat(entry.size()).isEqualTo(1);
    assertThat(ada.text(entry)).isEqualTo("x");
  }

  @Test
  void lostAnswerToReplacing_isAskedAfter() {
    write("file", "old");
    googles.google().requests().clear();
    googles.google().faults().inject(Fault.lost().on("PATCH").at("/upload/"));
    Entry now = ada.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(ada.text(now)).isEqualTo("new");
    assertThat(ada.uploads()).hasSize(1);
  }

  @Test
  void limits_areToldApart() {
    Map<String, ErrorKind> reasons =
        Map.of(
            "storageQuotaExceeded", ErrorKind.QUOTA_EXCEEDED,
            "teamDriveFileLimitExceeded", ErrorKind.QUOTA_EXCEEDED,
            "insufficientFilePermissions", ErrorKind.PROVIDER_DENIED,
            "appNotAuthorizedToFile", ErrorKind.PROVIDER_DENIED,
            "domainPolicy", ErrorKind.PROVIDER_DENIED,
            "accessNotConfigured", ErrorKind.MISCONFIGURED);
    reasons.forEach(
        (reason, kind) -> {
          googles.google().faults().inject(DriveFaults.forbidden(reason).on("POST").at("/upload/"));
          Wishes.assertFails(kind, () -> write("file", "text"));
        });
    assertThat(ada.pauses()).isEmpty();
    googles.drive().faults().childLimit(1);
    write("first", "x");
    Wishes.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write("second", "x"));
    Wishes.assertFails(
        ErrorKind.QUOTA_EXCEEDED, () -> ada.storage().createFolder(EntryId.ROOT, "second"));
    assertThat(ada.items().children(ada.root())).hasSize(1);
  }

  @Test
  void fullStorage_isSaidBeforeTheBytesAreSent() {
    ada.items().limit(ada.account().email(), OptionalLong.of(1000));
    Wishes.assertFails(
        ErrorKind.QUOTA_EXCEEDED,
        () -> ada.write("large", TestContent.generated(6_000_000), ConflictPolicy.FAIL));
    assertThat(ada.ranges()).isEmpty();
    Wishes.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write("file", "x".repeat(1001)));
  }

  @Test
  void fileOfMoreThan5TB_isTooLarge() {
    WriteAttempt attempt = Writer.attempt("huge");
    Wishes.assertFails(
        ErrorKind.TOO_LARGE,
        () ->
            ada.storage()
                .uploadSessions()
                .orElseThrow()
                .begin(attempt, 6_000_000_000_000L, null, ConflictPolicy.FAIL));
  }

  private Entry write(String name, String text) {
    return ada.write(name, TestContent.of(text), ConflictPolicy.FAIL);
  }
}
