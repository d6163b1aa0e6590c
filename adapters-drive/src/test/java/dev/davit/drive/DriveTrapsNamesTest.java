package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is known of names in a Drive, which many may have: a test for each line that decides. */
class DriveTrapsNamesTest extends WritingBench {
  private static final String DOCUMENT = "application/vnd.google-apps.document";

  @Test
  void duplicateNames_theOneChangedLastIsReplaced_orTheOneOfTheEtag() {
    String first = ada.items().addFile(ada.root(), "file", "text/plain", bytes("first"));
    String second = ada.items().addFile(ada.root(), "file", "text/plain", bytes("second"));
    ada.items().modified(first, Instant.parse("2020-01-01T00:00:00Z"));
    Entry now = ada.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(ada.text(now)).isEqualTo("new");
    assertThat(ada.items().size(second)).isEqualTo(3);
    Entry old = Wishes.entry(ada.storage(), "file", entry -> !entry.id().equals(now.id()));
    Entry replaced =
        ada.storage()
            .write(
                new WriteRequest(
                    Writer.attempt("file"),
                    TestContent.of("by etag"),
                    null,
                    ConflictPolicy.REPLACE,
                    old.etag()));
    assertThat(replaced.id()).isEqualTo(old.id());
    assertThat(ada.items().size(first)).isEqualTo(7);
  }

  @Test
  void folderShortcutOrDocumentOfTheName_isNeverReplaced() {
    String target = ada.items().addFile(ada.root(), "target", "text/plain", bytes("precious"));
    ada.items().addFolder(ada.root(), "folder");
    ada.items().addShortcut(ada.root(), "shortcut", target, "text/plain");
    ada.items().addDocument(ada.root(), "document", DOCUMENT, bytes("precious"));
    for (String name : List.of("folder", "shortcut", "document.docx")) {
      TestContent content = TestContent.of("x");
      Wishes.assertFails(
          ErrorKind.CONFLICT, () -> ada.write(name, content, ConflictPolicy.REPLACE));
      assertThat(content.opened()).isZero();
    }
    assertThat(ada.items().size(target)).isEqualTo(8);
    assertThat(ada.items().children(ada.root())).hasSize(4);
  }

  @Test
  void names_areComparedAsTheyAreShown() {
    ada.items().addDocument(ada.root(), "report", DOCUMENT, bytes("x"));
    Wishes.assertFails(ErrorKind.CONFLICT, () -> write("report.docx", "x"));
    assertThat(write("report", "x").name()).isEqualTo("report");
    assertThat(write("Report", "x").name()).isEqualTo("Report");
  }

  @Test
  void nameThatSomebodyElseTookMeanwhile_isTheirs_andOursIsGone() {
    Content content = rival("file");
    Wishes.assertFails(ErrorKind.CONFLICT, () -> ada.write("file", content, ConflictPolicy.FAIL));
    assertThat(ada.named("file")).hasSize(1);
    assertThat(ada.items().size(ada.named("file").get(0))).isEqualTo(6);
  }

  @Test
  void nameThatSomebodyElseTookMeanwhile_isAvoided() {
    Entry ours = ada.write("a.txt", rival("a.txt"), ConflictPolicy.RENAME);
    assertThat(ours.name()).isEqualTo("a (2).txt");
    assertThat(ada.text(ours)).isEqualTo("ours");
    assertThat(ada.named("a.txt")).hasSize(1);
  }

  private Content rival(String name) {
    return new Meddling(() -> ada.items().addFile(ada.root(), name, "text/plain", bytes("theirs")));
  }

  /** A content while which is read somebody else does something. */
  private record Meddling(Runnable deed) implements Content {
    @Override
    public OptionalLong size() {
      return OptionalLong.of(4);
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public InputStream open() {
      deed.run();
      return new ByteArrayInputStream(bytes("ours"));
    }
  }

  @Test
  void etag_isComparedOnceMoreJustBeforeTheChange() {
    Entry old = write("file", "old");
    Content content =
        new Meddling(() -> ada.items().write(ada.named("file").get(0), bytes("theirs")));
    WriteRequest request =
        new WriteRequest(Writer.attempt("file"), content, null, ConflictPolicy.REPLACE, old.etag());
    Wishes.assertFails(ErrorKind.PRECONDITION_FAILED, () -> ada.storage().write(request));
    assertThat(ada.text(old)).isEqualTo("theirs");
  }

  @Test
  void replaced_whatSomebodyPutIntoTheBinMeanwhile_isTakenOut() {
    write("file", "old");
    String google = ada.named("file").get(0);
    Content content = new Meddling(() -> ada.items().trash(google, true));
    Entry now = ada.write("file", content, ConflictPolicy.REPLACE);
    assertThat(ada.items().isTrashed(google)).isFalse();
    assertThat(ada.text(now)).isEqualTo("ours");
  }

  @Test
  void recover_findsOursAmongSeveralOfTheName() {
    WriteAttempt attempt = Writer.attempt("file");
    Entry ours =
        ada.storage()
            .write(
                new WriteRequest(attempt, TestContent.of("ours"), null, ConflictPolicy.FAIL, null));
    ada.items().addFile(ada.root(), "file", "text/plain", bytes("theirs"));
    assertThat(ada.storage().recover(attempt)).contains(ours);
    assertThat(ada.named("file")).hasSize(2);
  }

  @Test
  void folderOfASharedDrive_isWrittenToLikeAnyOther_andTheTopOfAllIsNot() {
    String team = ada.items().addSharedDrive("team", Map.of(ada.account().email(), "organizer"));
    EntryId top = Wishes.entry(ada.storage(), "Shared drives", Entry::isFolder).id();
    EntryId drive = Browsing.named(ada.storage(), top, "team").id();
    Entry inner = ada.storage().createFolder(drive, "inner");
    Entry file =
        ada.storage()
            .write(
                new WriteRequest(
                    new WriteAttempt(inner.id(), "file", "a-tag-of-mine"),
                    TestContent.of("text"),
                    null,
                    ConflictPolicy.FAIL,
                    null));
    assertThat(ada.text(file)).isEqualTo("text");
    assertThat(ada.items().named(team, "inner")).hasSize(1);
    Wishes.assertFails(ErrorKind.PROVIDER_DENIED, () -> ada.storage().createFolder(top, "another"));
    Wishes.assertFails(ErrorKind.PROVIDER_DENIED, () -> ada.storage().delete(drive));
  }

  @Test
  void shortcutToAFolder_isWrittenInto() {
    String real = ada.items().addFolder(ada.root(), "real");
    ada.items().addShortcut(ada.root(), "link", real, "application/vnd.google-apps.folder");
    EntryId link = Wishes.entry(ada.storage(), "link", entry -> true).id();
    assertThat(ada.storage().createFolder(link, "inner").isFolder()).isTrue();
    assertThat(ada.items().named(real, "inner")).hasSize(1);
    Wishes.assertFails(ErrorKind.CONFLICT, () -> ada.storage().createFolder(link, "inner"));
  }

  private Entry write(String name, String text) {
    return ada.write(name, TestContent.of(text), ConflictPolicy.FAIL);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
