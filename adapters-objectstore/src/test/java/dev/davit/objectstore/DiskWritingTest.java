package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a write leaves on the disk. */
class DiskWritingTest {
  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
  }

  @Test
  void write_isForTheOwnersEyesOnly() throws IOException {
    disk.write("x", "x");
    disk.folder("f");
    assertThat(permissions(disk.root)).isEqualTo("rwx------");
    assertThat(permissions(disk.root.resolve("x"))).isEqualTo("rw-------");
    assertThat(permissions(disk.root.resolve("f"))).isEqualTo("rwx------");
  }

  @Test
  void write_untilItIsWhole_showsNothing() throws IOException {
    disk.storage.write(
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  assertThat(disk.names(EntryId.ROOT)).isEmpty();
                  assertThat(disk.onDisk()).hasSize(1).allMatch(DiskNames::isHidden);
                  return -1;
                }),
            ConflictPolicy.FAIL));
    assertThat(disk.onDisk()).containsExactly("x");
  }

  @Test
  void write_thatFails_leavesWhatWasThere() throws IOException {
    Entry old = disk.write("x", "old");
    WriteRequest broken =
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  throw new IOException("torn");
                }),
            ConflictPolicy.REPLACE);
    Fixture.assertKind(ErrorKind.UNAVAILABLE, () -> disk.storage.write(broken));
    assertThat(disk.text(old.id())).isEqualTo("old");
    assertThat(disk.onDisk()).containsExactly("x");
  }

  @Test
  void write_whoseContentThrows_passesItOnAndLeavesNothing() throws IOException {
    CloudException tooLarge = new CloudException(ErrorKind.TOO_LARGE, "Too large.");
    WriteRequest broken =
        Fixture.request(
            EntryId.ROOT,
            "x",
            Contents.then(
                "half",
                () -> {
                  throw tooLarge;
                }),
            ConflictPolicy.FAIL);
    assertThatThrownBy(() -> disk.storage.write(broken)).isSameAs(tooLarge);
    assertThat(disk.onDisk()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 5, 1000})
  void write_ofAnotherSizeThanSaid_isRefused(long declared) throws IOException {
    WriteRequest lying =
        Fixture.request(
            EntryId.ROOT, "x", Contents.lying(declared, "four"), ConflictPolicy.REPLACE);
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.storage.write(lying));
    assertThat(disk.onDisk()).isEmpty();
  }

  @Test
  void write_ofMoreThanThereIsRoomFor_isRefusedUnopened() {
    WriteRequest huge =
        Fixture.request(
            EntryId.ROOT, "x", Contents.untouchable(Long.MAX_VALUE - 1), ConflictPolicy.FAIL);
    Fixture.assertKind(ErrorKind.QUOTA_EXCEEDED, () -> disk.storage.write(huge));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "/", "a\0b", ".davit-12345678.part", ".Davit-x"})
  void write_underAnImpossibleName_isRefusedInWords(String name) {
    Fixture.assertKind(ErrorKind.INVALID_REQUEST, () -> disk.write(name, "x"));
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST, () -> disk.storage.createFolder(EntryId.ROOT, name));
    Entry file = disk.write("file", "x");
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> disk.storage.move(file.id(), EntryId.ROOT, name, ConflictPolicy.REPLACE));
  }

  @Test
  void write_tooDeepForAnId_isRefusedInWords() {
    EntryId at = EntryId.ROOT;
    for (int depth = 0; depth < 2; depth++) {
      at = disk.storage.createFolder(at, "n".repeat(255)).id();
    }
    EntryId deep = disk.storage.createFolder(at, "n".repeat(200)).id();
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> disk.write(deep, "n".repeat(60), "x", ConflictPolicy.FAIL));
    disk.write(deep, "n".repeat(40), "x", ConflictPolicy.FAIL);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
