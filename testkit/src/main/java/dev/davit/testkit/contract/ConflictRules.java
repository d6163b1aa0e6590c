package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens where a name is taken. */
interface ConflictRules extends StorageFixture {
  @Test
  default void write_fail_whereTheNameIsTaken_leavesBothAsTheyAre() {
    Entry old = writeText(EntryId.ROOT, "taken", "old");
    Entry folder = folder("folder");
    for (Entry there : List.of(old, folder)) {
      TestContent content = TestContent.of("new");
      assertFails(
          ErrorKind.CONFLICT,
          () -> write(EntryId.ROOT, there.name(), content, ConflictPolicy.FAIL));
      assertThat(content.opened() > 0)
          .as("opened before the conflict")
          .isEqualTo(traits().has(Deviation.OPENS_CONTENT_BEFORE_CONFLICT));
    }
    assertThat(all(EntryId.ROOT, 10)).containsExactlyInAnyOrder(old, folder);
    assertThat(text(old.id())).isEqualTo("old");
  }

  @Test
  default void write_replace_putsTheNewInThePlaceOfTheOld() {
    writeText(EntryId.ROOT, "file", "a long old content");
    Entry written = write(EntryId.ROOT, "file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(all(EntryId.ROOT, 10)).containsExactly(written);
    assertThat(text(written.id())).isEqualTo("new");
  }

  @Test
  default void write_replace_whereNothingIs_writes() {
    Entry written = write(EntryId.ROOT, "file", TestContent.of("x"), ConflictPolicy.REPLACE);
    assertThat(text(written.id())).isEqualTo("x");
  }

  @Test
  default void write_replace_neverReplacesAFolder() {
    EntryId folder = folder("folder").id();
    Entry inside = writeText(folder, "inside", "precious");
    assertFails(
        ErrorKind.CONFLICT,
        () -> write(EntryId.ROOT, "folder", TestContent.of("x"), ConflictPolicy.REPLACE));
    assertThat(all(folder, 10)).containsExactly(inside);
    assertThat(text(inside.id())).isEqualTo("precious");
  }

  @Test
  default void write_rename_takesAnotherNameEachTime() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      TestContent content = TestContent.of("content " + i);
      Entry entry = write(EntryId.ROOT, "report.pdf", content, ConflictPolicy.RENAME);
      assertThat(entry.name()).startsWith("report").endsWith(".pdf");
      assertThat(names.add(entry.name())).as("%s is new", entry.name()).isTrue();
      assertThat(text(entry.id())).isEqualTo("content " + i);
    }
    assertThat(names(EntryId.ROOT)).containsExactlyInAnyOrderElementsOf(names);
    assertThat(names).contains("report.pdf", "report (2).pdf");
  }

  @Test
  default void write_rename_whereAFolderHasTheName_takesAnotherName() {
    Entry folder = folder("report");
    Entry entry = write(EntryId.ROOT, "report", TestContent.of("x"), ConflictPolicy.RENAME);
    assertThat(entry.name()).isEqualTo("report (2)");
    assertThat(entry.isFolder()).isFalse();
    assertThat(all(EntryId.ROOT, 10)).containsExactlyInAnyOrder(folder, entry);
  }

  @Test
  default void write_rename_ofALongName_findsRoom() {
    String name = longest();
    writeText(EntryId.ROOT, name, "first");
    Entry second = write(EntryId.ROOT, name, TestContent.of("second"), ConflictPolicy.RENAME);
    assertThat(second.name()).isNotEqualTo(name).endsWith(".pdf");
    assertThat(text(second.id())).isEqualTo("second");
  }

  /** The longest name ending in {@code .pdf}, of 255 bytes where it is taken. */
  private String longest() {
    String stem = "x".repeat(251);
    while (!traits().names().test(stem + ".pdf")) {
      stem = stem.substring(1);
    }
    return stem + ".pdf";
  }

  @Test
  default void write_intoAFolderThatIsGone_isNotFound() {
    EntryId folder = folder("folder").id();
    storage().delete(folder);
    for (ConflictPolicy policy : ConflictPolicy.values()) {
      assertFails(ErrorKind.NOT_FOUND, () -> write(folder, "file", TestContent.of("x"), policy));
    }
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  @Test
  default void createFolder_whereTheNameIsTaken_isRefused() {
    Entry file = writeText(EntryId.ROOT, "file", "x");
    Entry folder = folder("folder");
    Entry inside = writeText(folder.id(), "inside", "x");
    assertFails(ErrorKind.CONFLICT, () -> folder("file"));
    assertFails(ErrorKind.CONFLICT, () -> folder("folder"));
    assertThat(storage().stat(file.id())).isEqualTo(file);
    assertThat(all(folder.id(), 10)).containsExactly(inside);
  }

  @Test
  default void createFolder_inAFolderThatIsGone_isNotFound() {
    EntryId folder = folder("folder").id();
    storage().delete(folder);
    assertFails(ErrorKind.NOT_FOUND, () -> storage().createFolder(folder, "inner"));
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  @Test
  default void writes_ofDifferentNames_atTheSameTime_allArrive() {
    EntryId folder = folder("many").id();
    List<Entry> written =
        Together.run(
            8,
            i ->
                write(
                    folder, "file" + i, TestContent.generated(100_000L + i), ConflictPolicy.FAIL));
    assertThat(all(folder, 100)).containsExactlyInAnyOrderElementsOf(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(bytes(written.get(i).id(), null)).hasSize(100_000 + i);
    }
  }

  @Test
  default void writes_ofOneName_atTheSameTime_oneIsThereWhole() {
    List<Boolean> won = Together.run(4, this::writeOnce);
    assertThat(won).contains(true);
    assertThat(names(EntryId.ROOT)).containsExactly("same");
    long size = all(EntryId.ROOT, 10).stream().mapToLong(e -> bytes(e.id(), null).length).sum();
    assertThat(size).isBetween(200_000L, 200_003L);
  }

  private boolean writeOnce(int writer) {
    try {
      TestContent content = TestContent.generated(200_000L + writer);
      write(EntryId.ROOT, "same", content, ConflictPolicy.REPLACE);
      return true;
    } catch (CloudException busy) {
      return false;
    }
  }
}
