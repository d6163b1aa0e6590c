package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiskStorageTest {
  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
  }

  @Test
  void at_whatIsNoFolder_isTheOperatorsFault() throws IOException {
    Path file = Files.writeString(disk.outside.resolve("file"), "x");
    assertThatThrownBy(() -> DiskStorageProvider.at(file))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining(file.toString());
  }

  @Test
  void at_aFolder_leavesNothingOfItsTrials() throws IOException {
    assertThat(disk.onDisk()).isEmpty();
  }

  @Test
  void list_inPages_answersEveryEntryOnceInOrder() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      String name = String.format("%03d", i) + (i % 2 == 0 ? "é" : " x");
      Files.writeString(disk.root.resolve(name), "x");
      expected.add(name);
    }
    Files.writeString(disk.root.resolve(DiskNames.temporary("unfinished")), "x");
    List<String> names = new ArrayList<>();
    Cursor cursor = null;
    do {
      Listing page = disk.storage.list(new ListRequest(EntryId.ROOT, 37, cursor));
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(37);
      page.entries().forEach(entry -> names.add(entry.name()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(names).isEqualTo(expected);
  }

  @Test
  void list_whereTheLastEntryOfThePageWentMeanwhile_goesOnAfterIt() {
    for (String name : List.of("a", "b", "c")) {
      disk.write(name, name);
    }
    Listing first = disk.storage.list(new ListRequest(EntryId.ROOT, 2, null));
    disk.storage.delete(first.entries().get(1).id());
    Listing second = disk.storage.list(new ListRequest(EntryId.ROOT, 2, first.next()));
    assertThat(second.entries()).extracting(Entry::name).containsExactly("c");
    assertThat(second.next()).isNull();
  }

  @Test
  void list_withACursorFromElsewhere_isRefused() {
    Entry folder = disk.folder("f");
    disk.write("a", "a");
    disk.write("b", "b");
    Cursor cursor = disk.storage.list(new ListRequest(EntryId.ROOT, 1, null)).next();
    for (Cursor bad : List.of(new Cursor("nonsense"), new Cursor("AXh"))) {
      Fixture.assertKind(
          ErrorKind.INVALID_CURSOR, () -> disk.storage.list(new ListRequest(EntryId.ROOT, 1, bad)));
    }
    Fixture.assertKind(
        ErrorKind.INVALID_CURSOR, () -> disk.storage.list(new ListRequest(folder.id(), 1, cursor)));
  }

  @Test
  void list_ofAFile_isRefused() {
    Entry file = disk.write("x", "x");
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST, () -> disk.storage.list(new ListRequest(file.id(), 1, null)));
  }

  @Test
  void read_ofRanges_answersThoseBytes() throws IOException {
    Entry file = disk.write("x", "0123456789");
    assertThat(read(file, new ByteRange.From(7))).isEqualTo("789");
    assertThat(read(file, new ByteRange.Between(2, 4))).isEqualTo("234");
    assertThat(read(file, new ByteRange.Between(8, 99))).isEqualTo("89");
    assertThat(read(file, new ByteRange.Last(3))).isEqualTo("789");
    assertThat(read(file, new ByteRange.Last(99))).isEqualTo("0123456789");
    for (ByteRange none : List.of(new ByteRange.From(10), new ByteRange.Between(10, 11))) {
      Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.storage.read(file.id(), none));
    }
    Entry empty = disk.write("empty", "");
    assertThat(disk.text(empty.id())).isEmpty();
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST, () -> disk.storage.read(empty.id(), new ByteRange.Last(1)));
  }

  @Test
  void read_ofAFileThatIsReplacedMeanwhile_staysWhatItWas() throws IOException {
    Entry file = disk.write("x", "old");
    try (Download download = disk.storage.read(file.id(), null)) {
      disk.write(EntryId.ROOT, "x", "new and longer", ConflictPolicy.REPLACE);
      assertThat(download.body().readAllBytes()).isEqualTo("old".getBytes(StandardCharsets.UTF_8));
      assertThat(download.etag()).isEqualTo(file.etag());
    }
  }

  @Test
  void read_ofAFileThatIsCutMeanwhile_fails() throws IOException {
    Entry file = disk.write("x", "0123456789");
    try (Download download = disk.storage.read(file.id(), null)) {
      try (FileChannel cutting =
          FileChannel.open(disk.root.resolve("x"), StandardOpenOption.WRITE)) {
        cutting.truncate(4);
      }
      assertThatThrownBy(() -> download.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void read_ofAFolder_isRefused() {
    Entry folder = disk.folder("f");
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.storage.read(folder.id(), null));
  }

  @Test
  void fileInPlaceOfAFolder_isNoWay() {
    Entry file = disk.write("x", "x");
    EntryId below = EntryPath.of(file.id()).child("y", Entry.Kind.FILE).id();
    Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.stat(below));
    Fixture.assertKind(
        ErrorKind.NOT_FOUND, () -> disk.write(file.id(), "y", "y", ConflictPolicy.FAIL));
  }

  @Test
  void move_ofAFile_followsThePolicy() throws IOException {
    Entry folder = disk.folder("f");
    Entry file = disk.write("a", "a");
    disk.write("b", "b");
    Fixture.assertKind(
        ErrorKind.CONFLICT,
        () -> disk.storage.move(file.id(), EntryId.ROOT, "b", ConflictPolicy.FAIL));
    Fixture.assertKind(
        ErrorKind.CONFLICT,
        () -> disk.storage.move(file.id(), EntryId.ROOT, "f", ConflictPolicy.REPLACE));
    Entry renamed = disk.storage.move(file.id(), EntryId.ROOT, "b", ConflictPolicy.RENAME);
    assertThat(renamed.name()).isEqualTo("b (2)");
    Entry replaced = disk.storage.move(renamed.id(), EntryId.ROOT, "b", ConflictPolicy.REPLACE);
    assertThat(disk.text(replaced.id())).isEqualTo("a");
    Entry moved = disk.storage.move(replaced.id(), folder.id(), "c", ConflictPolicy.FAIL);
    assertThat(disk.text(moved.id())).isEqualTo("a");
    assertThat(moved.etag()).isEqualTo(file.etag());
    assertThat(disk.onDisk()).containsExactly("f");
  }

  @ParameterizedTest
  @EnumSource(ConflictPolicy.class)
  void move_toWhereItIs_changesNothing(ConflictPolicy conflict) {
    Entry file = disk.write("a", "a");
    assertThat(disk.storage.move(file.id(), EntryId.ROOT, "a", conflict)).isEqualTo(file);
  }

  @Test
  void move_ofAFolder_neverTakesThePlaceOfAnything() throws IOException {
    Entry folder = disk.folder("f");
    disk.write(folder.id(), "x", "x", ConflictPolicy.FAIL);
    disk.folder("empty");
    disk.write("file", "file");
    for (String name : List.of("empty", "file")) {
      for (ConflictPolicy conflict : List.of(ConflictPolicy.FAIL, ConflictPolicy.REPLACE)) {
        Fixture.assertKind(
            ErrorKind.CONFLICT, () -> disk.storage.move(folder.id(), EntryId.ROOT, name, conflict));
      }
    }
    Entry renamed = disk.storage.move(folder.id(), EntryId.ROOT, "empty", ConflictPolicy.RENAME);
    assertThat(renamed.name()).isEqualTo("empty (2)");
    assertThat(disk.names(renamed.id())).containsExactly("x");
    assertThat(disk.onDisk()).containsExactly("empty", "empty (2)", "file");
  }

  @Test
  void move_ofAFolderIntoItself_isRefused() {
    Entry folder = disk.folder("f");
    Entry inner = disk.storage.createFolder(folder.id(), "g");
    for (EntryId into : List.of(folder.id(), inner.id())) {
      Fixture.assertKind(
          ErrorKind.INVALID_REQUEST,
          () -> disk.storage.move(folder.id(), into, "h", ConflictPolicy.FAIL));
    }
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> disk.storage.move(EntryId.ROOT, folder.id(), "h", ConflictPolicy.FAIL));
  }

  @Test
  void delete_ofAFolder_takesAllThatIsInIt() throws IOException {
    Entry folder = disk.folder("f");
    Entry inner = disk.storage.createFolder(folder.id(), "g");
    disk.write(inner.id(), "x", "x", ConflictPolicy.FAIL);
    disk.storage.delete(folder.id());
    assertThat(disk.onDisk()).isEmpty();
    Fixture.assertKind(ErrorKind.NOT_FOUND, () -> disk.storage.delete(folder.id()));
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.storage.delete(EntryId.ROOT));
  }

  @Test
  void quota_saysWhatIsUsable() {
    assertThat(disk.storage.quotas().orElseThrow().quota().available()).isPositive();
  }

  private String read(Entry file, ByteRange range) throws IOException {
    try (Download download = disk.storage.read(file.id(), range)) {
      byte[] bytes = download.body().readAllBytes();
      assertThat(download.length()).isEqualTo(bytes.length);
      assertThat(download.size()).isEqualTo(10);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
