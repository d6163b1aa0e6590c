package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import org.junit.jupiter.api.Test;

/** Moving and renaming. */
interface MoveRules extends StorageFixture {
  @Test
  default void move_renamesAFile() {
    Entry file = writeText(EntryId.ROOT, "old name", "content");
    Entry moved = move(file, EntryId.ROOT, "new name");
    assertThat(moved.name()).isEqualTo("new name");
    assertThat(all(EntryId.ROOT, 10)).containsExactly(moved);
    assertThat(text(moved.id())).isEqualTo("content");
    assertIdAfterMove(file, moved);
  }

  @Test
  default void move_intoAnotherFolder_andUnderAnotherName() {
    EntryId from = folder("from").id();
    EntryId to = folder("to").id();
    Entry file = writeText(from, "file", "content");
    Entry moved = move(file, to, "other");
    assertThat(names(from)).isEmpty();
    assertThat(all(to, 10)).containsExactly(moved);
    assertThat(text(moved.id())).isEqualTo("content");
    assertIdAfterMove(file, moved);
  }

  @Test
  default void move_ofAFolder_takesAlongWhatIsInIt() {
    Entry folder = folder("folder");
    EntryId inner = storage().createFolder(folder.id(), "inner").id();
    writeText(inner, "deep", "content");
    Entry moved = move(folder, folder("target").id(), "moved");
    assertThat(moved.isFolder()).isTrue();
    assertThat(names(EntryId.ROOT)).containsExactly("target");
    Entry movedInner = all(moved.id(), 10).get(0);
    Entry deep = all(movedInner.id(), 10).get(0);
    assertThat(movedInner.name()).isEqualTo("inner");
    assertThat(text(deep.id())).isEqualTo("content");
    assertIdAfterMove(folder, moved);
  }

  @Test
  default void move_toWhereItIs_changesNothing() {
    Entry file = writeText(EntryId.ROOT, "file", "content");
    for (ConflictPolicy policy : ConflictPolicy.values()) {
      Entry moved = storage().move(file.id(), EntryId.ROOT, "file", policy);
      assertThat(moved.name()).isEqualTo("file");
      assertThat(moved.id()).isEqualTo(file.id());
    }
    assertThat(names(EntryId.ROOT)).containsExactly("file");
    assertThat(text(file.id())).isEqualTo("content");
  }

  @Test
  default void move_toAnotherCaseOfItsName() {
    Entry file = writeText(EntryId.ROOT, "readme", "content");
    Entry moved = move(file, EntryId.ROOT, "README");
    assertThat(moved.name()).isEqualTo("README");
    assertThat(names(EntryId.ROOT)).containsExactly("README");
    assertThat(text(moved.id())).isEqualTo("content");
  }

  @Test
  default void move_fail_whereTheNameIsTaken_leavesBothAsTheyAre() {
    Entry file = writeText(EntryId.ROOT, "file", "content");
    Entry taken = writeText(EntryId.ROOT, "taken", "theirs");
    Entry folder = folder("folder");
    assertFails(ErrorKind.CONFLICT, () -> move(file, EntryId.ROOT, "taken"));
    assertFails(ErrorKind.CONFLICT, () -> move(file, EntryId.ROOT, "folder"));
    assertThat(all(EntryId.ROOT, 10)).containsExactlyInAnyOrder(file, taken, folder);
    assertThat(text(taken.id())).isEqualTo("theirs");
    assertThat(text(file.id())).isEqualTo("content");
  }

  @Test
  default void move_replace_putsAFileInThePlaceOfAFile() {
    Entry file = writeText(EntryId.ROOT, "file", "content");
    writeText(EntryId.ROOT, "taken", "theirs");
    Entry moved = storage().move(file.id(), EntryId.ROOT, "taken", ConflictPolicy.REPLACE);
    assertThat(names(EntryId.ROOT)).containsExactly("taken");
    assertThat(text(moved.id())).isEqualTo("content");
  }

  @Test
  default void move_replace_neverReplacesAFolder() {
    Entry file = writeText(EntryId.ROOT, "file", "content");
    Entry folder = folder("folder");
    Entry inside = writeText(folder.id(), "inside", "precious");
    Entry other = folder("other");
    for (Entry moving : new Entry[] {file, other}) {
      assertFails(
          ErrorKind.CONFLICT,
          () -> storage().move(moving.id(), EntryId.ROOT, "folder", ConflictPolicy.REPLACE));
    }
    assertThat(all(folder.id(), 10)).containsExactly(inside);
    assertThat(text(file.id())).isEqualTo("content");
    assertThat(names(EntryId.ROOT)).containsExactlyInAnyOrder("file", "folder", "other");
  }

  @Test
  default void move_rename_takesAnotherName() {
    Entry file = writeText(EntryId.ROOT, "file.txt", "content");
    writeText(EntryId.ROOT, "taken.txt", "theirs");
    Entry moved = storage().move(file.id(), EntryId.ROOT, "taken.txt", ConflictPolicy.RENAME);
    assertThat(moved.name()).isEqualTo("taken (2).txt");
    assertThat(names(EntryId.ROOT)).containsExactlyInAnyOrder("taken.txt", "taken (2).txt");
    assertThat(text(moved.id())).isEqualTo("content");
  }

  @Test
  default void move_ofAFolderIntoItself_isRefused() {
    Entry folder = folder("folder");
    EntryId inner = storage().createFolder(folder.id(), "inner").id();
    assertFails(ErrorKind.INVALID_REQUEST, () -> move(folder, folder.id(), "x"));
    assertFails(ErrorKind.INVALID_REQUEST, () -> move(folder, inner, "x"));
    assertThat(names(EntryId.ROOT)).containsExactly("folder");
    assertThat(names(folder.id())).containsExactly("inner");
  }

  @Test
  default void move_intoAFolderWhoseNameOnlyBeginsTheSame_isNoMoveIntoItself() {
    Entry folder = folder("a");
    EntryId longer = folder("ab").id();
    assertThat(move(folder, longer, "a").name()).isEqualTo("a");
    assertThat(names(longer)).containsExactly("a");
  }

  @Test
  default void move_ofTheRoot_isRefused() {
    EntryId folder = folder("folder").id();
    assertFails(
        ErrorKind.INVALID_REQUEST,
        () -> storage().move(EntryId.ROOT, folder, "x", ConflictPolicy.FAIL));
    assertThat(names(folder)).isEmpty();
  }

  @Test
  default void move_ofOrIntoWhatIsGone_isNotFound() {
    EntryId gone = goneId();
    Entry file = writeText(EntryId.ROOT, "file", "content");
    EntryId goneFolder = folder("folder").id();
    storage().delete(goneFolder);
    assertFails(
        ErrorKind.NOT_FOUND, () -> storage().move(gone, EntryId.ROOT, "x", ConflictPolicy.REPLACE));
    assertFails(ErrorKind.NOT_FOUND, () -> move(file, goneFolder, "x"));
    assertThat(all(EntryId.ROOT, 10)).containsExactly(file);
  }

  private Entry move(Entry entry, EntryId folder, String name) {
    return storage().move(entry.id(), folder, name, ConflictPolicy.FAIL);
  }

  private void assertIdAfterMove(Entry before, Entry after) {
    if (traits().idsSurviveMoves()) {
      assertThat(after.id()).isEqualTo(before.id());
    } else {
      assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(before.id()));
    }
  }
}
