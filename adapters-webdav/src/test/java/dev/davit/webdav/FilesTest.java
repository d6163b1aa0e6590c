package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Writing and reading files at a real server. */
class FilesTest extends RealServerTest {
  @Test
  void write_read_givesTheSameBytes() throws Exception {
    Entry entry = put(EntryId.ROOT, "grüße 100% ; #1 + & = [x].txt", "hällo");

    assertThat(entry.name()).isEqualTo("grüße 100% ; #1 + & = [x].txt");
    assertThat(entry.size()).isEqualTo(6);
    assertThat(entry.etag()).startsWith("\"");
    assertThat(text(entry.id(), null)).isEqualTo("hällo");
    assertThat(list(EntryId.ROOT, 10)).containsExactly(entry);
    assertThat(storage.stat(entry.id())).isEqualTo(entry);
  }

  @Test
  void write_emptyAndUnknownSize_areKept() throws Exception {
    Davs.Bytes unknown = Davs.Bytes.of("of unknown size").ofUnknownSize();
    Entry spooled =
        storage.write(
            new WriteRequest(
                Davs.attempt(EntryId.ROOT, "b"), unknown, null, ConflictPolicy.FAIL, null));

    assertThat(put(EntryId.ROOT, "a", "").size()).isZero();
    assertThat(text(spooled.id(), null)).isEqualTo("of unknown size");
    assertThat(unknown.opened).hasValue(1);
  }

  @Test
  void write_fail_taken_isConflictBeforeTheContentIsOpened() {
    put(EntryId.ROOT, "a", "old");
    Davs.Bytes content = Davs.Bytes.of("new");

    assertKind(
        ErrorKind.CONFLICT,
        () ->
            storage.write(
                new WriteRequest(
                    Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.FAIL, null)));
    assertThat(content.opened).hasValue(0);
  }

  @Test
  void write_replace_file_isReplaced_folder_isNot() throws Exception {
    put(EntryId.ROOT, "a", "old");
    storage.createFolder(EntryId.ROOT, "f");
    put(storage.list(new ListRequest(EntryId.ROOT, 9, null)).entries().get(1).id(), "in", "x");

    Entry entry = storage.write(Davs.write(EntryId.ROOT, "a", "new", ConflictPolicy.REPLACE));

    assertThat(text(entry.id(), null)).isEqualTo("new");
    assertKind(
        ErrorKind.CONFLICT,
        () -> storage.write(Davs.write(EntryId.ROOT, "f", "new", ConflictPolicy.REPLACE)));
    assertThat(folder.resolve("f/in")).exists();
    assertThat(names(EntryId.ROOT)).containsExactly("a", "f");
  }

  @Test
  void write_rename_taken_getsANumber() {
    put(EntryId.ROOT, "a.pdf", "1");
    storage.write(Davs.write(EntryId.ROOT, "a.pdf", "2", ConflictPolicy.RENAME));
    storage.write(Davs.write(EntryId.ROOT, "a.pdf", "3", ConflictPolicy.RENAME));

    assertThat(names(EntryId.ROOT)).containsExactly("a (2).pdf", "a (3).pdf", "a.pdf");
  }

  @Test
  void write_ifMatch_replacesOnlyWhatWasSeen() {
    Entry old = put(EntryId.ROOT, "a", "old");
    String etag = Objects.requireNonNull(old.etag());

    Entry fresh = replaceIf("longer", etag);

    assertThat(fresh.size()).isEqualTo(6);
    assertKind(ErrorKind.PRECONDITION_FAILED, () -> replaceIf("again", etag));
    assertKind(ErrorKind.PRECONDITION_FAILED, () -> replaceIf("again", "W/" + fresh.etag()));
    assertThat(folder.resolve("a")).hasContent("longer");
    assertThat(names(EntryId.ROOT)).containsExactly("a");
  }

  private Entry replaceIf(String text, String etag) {
    return storage.write(
        new WriteRequest(
            Davs.attempt(EntryId.ROOT, "a"),
            Davs.Bytes.of(text),
            null,
            ConflictPolicy.REPLACE,
            etag));
  }

  @Test
  void write_wrongLength_isInvalidAndLeavesNothing() {
    for (long claimed : new long[] {2, 4000}) {
      Davs.Bytes content = Davs.Bytes.of("abc").claiming(claimed);
      assertKind(
          ErrorKind.INVALID_REQUEST,
          () ->
              storage.write(
                  new WriteRequest(
                      Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.FAIL, null)));
    }
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  @Test
  void write_missingFolder_isNotFound() {
    Entry gone = storage.createFolder(EntryId.ROOT, "gone");
    storage.delete(gone.id());

    assertKind(ErrorKind.NOT_FOUND, () -> put(gone.id(), "a", "x"));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.createFolder(gone.id(), "a"));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.list(new ListRequest(gone.id(), 5, null)));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.delete(gone.id()));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(gone.id()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void write_impossibleNames_areInvalid() {
    for (String name : List.of("", ".", "..", "a/b", "a\\b", "a\nb", ".davit-12345678.part")) {
      assertKind(ErrorKind.INVALID_REQUEST, () -> put(EntryId.ROOT, name, "x"));
      assertKind(ErrorKind.INVALID_REQUEST, () -> storage.createFolder(EntryId.ROOT, name));
    }
  }

  @Test
  void recover_unfinished_isRemoved_finished_isShown() throws Exception {
    WriteAttempt attempt = Davs.attempt(EntryId.ROOT, "a");
    Path part = folder.resolve(".davit-" + attempt.tag() + ".part");
    Files.writeString(part, "half");

    assertThat(names(EntryId.ROOT)).isEmpty();
    assertThat(storage.recover(attempt)).isEmpty();
    assertThat(part).doesNotExist();
    assertThat(storage.recover(attempt)).isEmpty();
    Entry entry = put(EntryId.ROOT, "a", "whole");
    assertThat(storage.recover(attempt)).contains(entry);
  }

  @Test
  void read_folder_isInvalid() {
    Entry made = storage.createFolder(EntryId.ROOT, "f");
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.read(made.id(), null));
  }

  @Test
  void read_range_isThatPart() throws Exception {
    EntryId id = put(EntryId.ROOT, "a", "0123456789").id();

    assertThat(text(id, new ByteRange.From(7))).isEqualTo("789");
    assertThat(text(id, new ByteRange.Between(2, 4))).isEqualTo("234");
    assertThat(text(id, new ByteRange.Between(8, 400))).isEqualTo("89");
    assertThat(text(id, new ByteRange.Last(3))).isEqualTo("789");
    assertThat(text(id, new ByteRange.Last(300))).isEqualTo("0123456789");
    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.From(10)));
    try (Download part = storage.read(id, new ByteRange.Between(2, 4))) {
      assertThat(part.first()).isEqualTo(2);
      assertThat(part.length()).isEqualTo(3);
      assertThat(part.size()).isEqualTo(10);
    }
  }

  @Test
  void read_rangeOfEmptyFile_isInvalid() {
    EntryId id = put(EntryId.ROOT, "a", "").id();

    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.From(0)));
    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.Last(1)));
  }
}
