package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of writes that were interrupted. */
class DiskRecoveryTest {
  @SuppressWarnings("NullAway.Init")
  private Fixture disk;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    disk = new Fixture(temporary);
  }

  @Test
  void recover_ofAnUnfinishedWrite_removesItsRemainsOnly() throws IOException {
    disk.write("x", "another's");
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "x", Fixture.tag());
    WriteAttempt other = new WriteAttempt(EntryId.ROOT, "x", Fixture.tag());
    Files.writeString(disk.root.resolve(DiskNames.temporary(attempt.tag())), "half");
    Files.writeString(disk.root.resolve(DiskNames.temporary(other.tag())), "half");
    assertThat(disk.names(EntryId.ROOT)).containsExactly("x");
    assertThat(disk.storage.recover(attempt)).isEmpty();
    assertThat(disk.onDisk()).containsExactly(DiskNames.temporary(other.tag()), "x");
    assertThat(disk.storage.recover(attempt).map(Entry::name)).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.txt", "x (3).txt"})
  void recover_ofAWriteThatWasPublished_answersItAndRemovesTheSecondLink(String name)
      throws IOException {
    disk.write("x (2).txt", "another's");
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, "x.txt", Fixture.tag());
    Path temporary = disk.root.resolve(DiskNames.temporary(attempt.tag()));
    Files.writeString(temporary, "whole");
    Files.createLink(disk.root.resolve(name), temporary);
    assertThat(disk.storage.recover(attempt).map(Entry::name)).contains(name);
    assertThat(disk.onDisk()).containsExactlyInAnyOrder("x (2).txt", name);
  }

  @Test
  void recover_whereNothingIs_isEmpty() {
    Entry folder = disk.folder("f");
    assertThat(disk.storage.recover(new WriteAttempt(folder.id(), "x", Fixture.tag()))).isEmpty();
    assertThat(disk.storage.recover(new WriteAttempt(EntryId.ROOT, "f", Fixture.tag()))).isEmpty();
    assertThat(disk.storage.recover(new WriteAttempt(EntryId.ROOT, "a/b", Fixture.tag())))
        .isEmpty();
    disk.storage.delete(folder.id());
    assertThat(disk.storage.recover(new WriteAttempt(folder.id(), "x", Fixture.tag()))).isEmpty();
  }
}
