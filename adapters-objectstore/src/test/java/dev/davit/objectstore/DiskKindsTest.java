package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An id leads to nothing where something of another kind has the place. */
class DiskKindsTest {
  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
  }

  @Test
  void idOfAFile_whereAFolderIsByNow_isNotFound_whateverIsDoneWithIt() throws IOException {
    EntryId stale = disk.write("x", "x").id();
    disk.storage.delete(stale);
    Entry folder = disk.folder("x");
    Entry inside = disk.write(folder.id(), "inside", "precious", ConflictPolicy.FAIL);
    assertNotFound(stale);
    assertThat(disk.onDisk()).containsExactly("other", "x");
    assertThat(disk.names(folder.id())).containsExactly("inside");
    assertThat(disk.text(inside.id())).isEqualTo("precious");
  }

  @Test
  void idOfAFolder_whereAFileIsByNow_isNotFound_whateverIsDoneWithIt() throws IOException {
    EntryId stale = disk.folder("x").id();
    disk.storage.delete(stale);
    Entry file = disk.write("x", "precious");
    assertNotFound(stale);
    Fixture.assertKind(
        ErrorKind.NOT_FOUND,
        () -> disk.storage.move(file.id(), stale, "below", ConflictPolicy.FAIL));
    assertThat(disk.onDisk()).containsExactly("other", "x");
    assertThat(disk.text(file.id())).isEqualTo("precious");
  }

  @Test
  void list_withACursorThatSaysFolder_isRefused() {
    disk.folder("a");
    disk.write("b", "b");
    Cursor minted = disk.storage.list(new ListRequest(EntryId.ROOT, 1, null)).next();
    assertThat(minted).isEqualTo(cursor(Kind.FILE));
    Fixture.assertKind(
        ErrorKind.INVALID_CURSOR,
        () -> disk.storage.list(new ListRequest(EntryId.ROOT, 1, cursor(Kind.FOLDER))));
  }

  private static Cursor cursor(Kind kind) {
    return new Cursor(EntryPath.ROOT.child("a", kind).id().value());
  }

  private void assertNotFound(EntryId stale) {
    EntryId other = disk.write("other", "other").id();
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> disk.storage.stat(stale),
            () -> disk.storage.list(new ListRequest(stale, 10, null)),
            () -> disk.storage.read(stale, null),
            () -> disk.storage.delete(stale),
            () -> disk.storage.createFolder(stale, "y"),
            () -> disk.storage.move(stale, EntryId.ROOT, "y", ConflictPolicy.REPLACE),
            () -> disk.storage.move(other, stale, "y", ConflictPolicy.REPLACE),
            () -> disk.write(stale, "y", "y", ConflictPolicy.REPLACE))) {
      Fixture.assertKind(ErrorKind.NOT_FOUND, use);
    }
    assertThat(disk.storage.recover(new WriteAttempt(stale, "inside", Fixture.tag()))).isEmpty();
  }
}
