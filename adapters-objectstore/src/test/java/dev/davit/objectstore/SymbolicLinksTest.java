package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that somebody put into the folder lead nowhere. */
class SymbolicLinksTest {
  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  private final EntryId toFolder = EntryPath.ROOT.child("to-folder", Kind.FOLDER).id();
  private final EntryId toFile = EntryPath.ROOT.child("to-file", Kind.FILE).id();
  private final EntryId behind = new EntryPath(List.of("to-folder", "secret"), Kind.FILE).id();

  @BeforeEach
  void link(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
    Files.createSymbolicLink(disk.root.resolve("to-folder"), disk.outside);
    Files.createSymbolicLink(disk.root.resolve("to-file"), disk.outside.resolve("secret"));
    Files.createSymbolicLink(disk.root.resolve("dangling"), disk.outside.resolve("nothing"));
  }

  @AfterEach
  void outsideIsUntouched() throws IOException {
    disk.assertOutsideUntouched();
  }

  @Test
  void links_areNotThere() {
    for (EntryId id : List.of(toFolder, toFile, behind)) {
      Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.stat(id));
      Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.read(id, null));
      Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.delete(id));
      Fixture.assertKind(
          ErrorKind.NOT_FOUND, () -> disk.storage.list(new ListRequest(id, 10, null)));
      Fixture.assertKind(
          ErrorKind.NOT_FOUND,
          () -> disk.storage.move(id, EntryId.ROOT, "x", ConflictPolicy.REPLACE));
    }
    assertThat(disk.names(EntryId.ROOT)).isEmpty();
  }

  @Test
  void linkedFolder_takesNothing() {
    Entry file = disk.write("mine", "mine");
    Fixture.assertKind(
        ErrorKind.NOT_FOUND, () -> disk.write(toFolder, "x", "x", ConflictPolicy.REPLACE));
    Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.createFolder(toFolder, "x"));
    Fixture.assertKind(
        ErrorKind.NOT_FOUND,
        () -> disk.storage.move(file.id(), toFolder, "x", ConflictPolicy.REPLACE));
    assertThat(disk.storage.recover(new WriteAttempt(toFolder, "secret", Fixture.tag()))).isEmpty();
  }

  @Test
  void linkUnderAName_isTakenOrReplacedItself() throws IOException {
    for (String name : List.of("to-file", "dangling", "to-folder")) {
      Fixture.assertKind(ErrorKind.CONFLICT, () -> disk.write(name, "x"));
      Entry renamed = disk.write(EntryId.ROOT, name, "x", ConflictPolicy.RENAME);
      assertThat(renamed.name()).isEqualTo(name + " (2)");
      disk.write(EntryId.ROOT, name, "replaced", ConflictPolicy.REPLACE);
      assertThat(Files.isRegularFile(disk.root.resolve(name), LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
  }

  @Test
  void recover_ofALinkUnderTheTemporaryName_removesTheLinkOnly() throws IOException {
    String tag = Fixture.tag();
    Path temporary = disk.root.resolve(DiskNames.temporary(tag));
    Files.createSymbolicLink(temporary, disk.outside.resolve("secret"));
    assertThat(disk.storage.recover(new WriteAttempt(EntryId.ROOT, "x", tag))).isEmpty();
    assertThat(temporary).doesNotExist();
  }

  @Test
  void delete_ofAFolderWithLinks_removesTheLinksOnly() throws IOException {
    Entry folder = disk.folder("f");
    Files.createSymbolicLink(disk.root.resolve("f/to-folder"), disk.outside);
    Files.createSymbolicLink(disk.root.resolve("f/to-file"), disk.outside.resolve("secret"));
    disk.storage.delete(folder.id());
    assertThat(disk.root.resolve("f")).doesNotExist();
  }
}
