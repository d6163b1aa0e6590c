package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of names in a OneDrive: a test for each line that decides what becomes of them. */
class OneDriveTrapsNamesTest extends WritingBench {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b",
        "a*b",
        "a:b",
        "a<b",
        "a>b",
        "a?b",
        "a/b",
        "a\\b",
        "a|b",
        "~a",
        " a",
        "a ",
        "a.",
        "CON",
        "con",
        "PRN",
        "AUX",
        "NUL.txt",
        "COM0",
        "com9",
        "LPT1",
        ".lock",
        "desktop.ini",
        "Desktop.ini",
        "a_vti_b",
        "",
        "..",
        "a\nb"
      })
  void forbiddenName_isRefused_withWords_beforeAnythingIsSent(String name) {
    Entry file = ada.write("file", TestContent.of("x"));
    microsoft.requests().clear();
    TestContent content = TestContent.of("x");
    for (CloudException refusal :
        List.of(
            Writer.assertFails(
                ErrorKind.INVALID_REQUEST, () -> ada.write(name, content, ConflictPolicy.RENAME)),
            Writer.assertFails(
                ErrorKind.INVALID_REQUEST, () -> ada.storage().createFolder(EntryId.ROOT, name)))) {
      assertThat(refusal.hints().field()).isEqualTo("name");
      assertThat(refusal).hasMessageMatching("OneDrive (can't have|keeps this name).*");
    }
    assertThat(microsoft.requests().all()).isEmpty();
    Writer.assertFails(
        ErrorKind.INVALID_REQUEST,
        () -> ada.storage().move(file.id(), EntryId.ROOT, name, ConflictPolicy.FAIL));
    assertThat(ada.changes()).isEmpty();
    assertThat(content.opened()).isZero();
  }

  @Test
  void nameOfMoreThan255Characters_isRefused_andOneOf255IsNot() {
    String longest = "x".repeat(255);
    assertThat(ada.write(longest, TestContent.of("x")).name()).isEqualTo(longest);
    Writer.assertFails(
        ErrorKind.INVALID_REQUEST, () -> ada.write(longest + "x", TestContent.of("x")));
    Entry other = ada.write(longest, TestContent.of("y"), ConflictPolicy.RENAME);
    assertThat(other.name()).hasSize(255).endsWith(" (2)");
  }

  @Test
  void segments_areEncoded() {
    for (String name :
        List.of("100%", "a#b", "it's", "a+b", "two words", "ü€🚀", "a%20b", "a&b=c")) {
      Entry entry = ada.write(name, TestContent.of(name));
      assertThat(entry.name()).isEqualTo(name);
      assertThat(ada.text(entry)).isEqualTo(name);
    }
    assertThat(ada.names()).hasSize(8);
  }

  @Test
  void names_areNotCaseSensitive() {
    ada.write("Report.txt", TestContent.of("x"));
    TestContent content = TestContent.of("y");
    Writer.assertFails(ErrorKind.CONFLICT, () -> ada.write("REPORT.TXT", content));
    assertThat(content.opened()).isZero();
    Writer.assertFails(
        ErrorKind.CONFLICT, () -> ada.storage().createFolder(EntryId.ROOT, "report.txt"));
    Entry other = ada.write("report.TXT", TestContent.of("z"), ConflictPolicy.RENAME);
    assertThat(other.name()).isEqualTo("report (2).TXT");
  }

  @Test
  void name_canChangeItsCase() {
    Entry file = ada.write("report", TestContent.of("x"));
    Entry now = ada.storage().move(file.id(), EntryId.ROOT, "Report", ConflictPolicy.FAIL);
    assertThat(now.name()).isEqualTo("Report");
    assertThat(ada.names()).containsExactly("Report");
  }

  @Test
  void folderPackageOrShortcutOfTheName_isNeverReplaced() {
    ada.items().addFolder(ada.root(), "folder");
    ada.items().addPackage(ada.root(), "notebook");
    try (Writer eve = writer(somebody())) {
      String shared = eve.items().addFolder(eve.root(), "shared");
      ada.items().share(shared, ada.account(), true);
      ada.items().addShortcut(ada.root(), "shortcut", shared);
      for (String name : List.of("folder", "notebook", "shortcut")) {
        TestContent content = TestContent.of("x");
        Writer.assertFails(
            ErrorKind.CONFLICT, () -> ada.write(name, content, ConflictPolicy.REPLACE));
        assertThat(content.opened()).isZero();
      }
    }
    assertThat(ada.names()).hasSize(3);
  }

  @Test
  void nameThatSomebodyElseTookMeanwhile_isTheirs() {
    Writer.assertFails(
        ErrorKind.CONFLICT, () -> ada.write("file", new Meddling(4, () -> theirs("file"))));
    assertThat(ada.items().text(ada.named("file"))).isEqualTo("theirs");
  }

  @Test
  void nameThatSomebodyElseTookMeanwhile_isAvoided() {
    Entry ours = ada.write("a.txt", new Meddling(4, () -> theirs("a.txt")), ConflictPolicy.RENAME);
    assertThat(ours.name()).isEqualTo("a (2).txt");
    assertThat(ada.items().text(ada.named("a.txt"))).isEqualTo("theirs");
  }

  @Test
  void nameThatSomebodyElseTookMeanwhile_isReplaced_whereThatIsWanted() {
    Entry ours = ada.write("file", new Meddling(4, () -> theirs("file")), ConflictPolicy.REPLACE);
    assertThat(ours.size()).isEqualTo(4);
    assertThat(ada.names()).containsExactly("file");
  }

  private void theirs(String name) {
    ada.items().addFile(ada.root(), name, "theirs".getBytes(StandardCharsets.UTF_8));
  }
}
