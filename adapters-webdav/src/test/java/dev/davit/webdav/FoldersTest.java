package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Quotas;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folders, moves and listings at a real server. */
class FoldersTest extends RealServerTest {
  @Test
  void createFolder_taken_isConflict() {
    Entry made = storage.createFolder(EntryId.ROOT, "f ö");
    put(EntryId.ROOT, "file", "x");

    assertThat(made.isFolder()).isTrue();
    assertThat(list(EntryId.ROOT, 10)).contains(made);
    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "f ö"));
    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "file"));
  }

  @Test
  void list_file_isInvalid() {
    Entry file = put(EntryId.ROOT, "a", "x");
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.list(new ListRequest(file.id(), 5, null)));
  }

  @Test
  void move_renamesAndMoves() throws Exception {
    Entry dir = storage.createFolder(EntryId.ROOT, "d");
    Entry file = put(EntryId.ROOT, "a", "x");

    Entry moved = storage.move(file.id(), dir.id(), "b %41;", ConflictPolicy.FAIL);

    assertThat(text(moved.id(), null)).isEqualTo("x");
    assertThat(names(dir.id())).containsExactly("b %41;");
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(file.id()));
    assertKind(
        ErrorKind.NOT_FOUND, () -> storage.move(file.id(), EntryId.ROOT, "c", ConflictPolicy.FAIL));
  }

  @Test
  void move_taken_followsThePolicy() {
    Entry a = put(EntryId.ROOT, "a", "a");
    put(EntryId.ROOT, "b", "b");
    storage.createFolder(EntryId.ROOT, "f");

    assertKind(
        ErrorKind.CONFLICT, () -> storage.move(a.id(), EntryId.ROOT, "b", ConflictPolicy.FAIL));
    assertKind(
        ErrorKind.CONFLICT, () -> storage.move(a.id(), EntryId.ROOT, "f", ConflictPolicy.REPLACE));
    assertThat(storage.move(a.id(), EntryId.ROOT, "a", ConflictPolicy.FAIL)).isEqualTo(a);
    Entry second = storage.move(a.id(), EntryId.ROOT, "b", ConflictPolicy.RENAME);
    assertThat(second.name()).isEqualTo("b (2)");
    storage.move(second.id(), EntryId.ROOT, "b", ConflictPolicy.REPLACE);
    assertThat(folder.resolve("b")).hasContent("a");
    assertThat(names(EntryId.ROOT)).containsExactly("b", "f");
  }

  @Test
  void move_folderIntoItself_orTheRoot_isInvalid() {
    Entry f = storage.createFolder(EntryId.ROOT, "f");

    assertKind(
        ErrorKind.INVALID_REQUEST, () -> storage.move(f.id(), f.id(), "g", ConflictPolicy.FAIL));
    assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> storage.move(EntryId.ROOT, f.id(), "g", ConflictPolicy.FAIL));
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.delete(EntryId.ROOT));
  }

  @Test
  void delete_folder_takesAllInIt() {
    Entry f = storage.createFolder(EntryId.ROOT, "f");
    put(f.id(), "a", "x");

    storage.delete(f.id());

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void list_pages_areInOrderAndComplete() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      String name = "entry-%03d-ä.txt".formatted(i);
      names.add(name);
      Files.writeString(folder.resolve(name), "x");
    }

    assertThat(list(EntryId.ROOT, 100)).extracting(Entry::name).isEqualTo(names);
    assertThat(list(EntryId.ROOT, 250)).hasSize(250);
  }

  @Test
  void ids_ofVeryLongPaths_work() throws Exception {
    EntryId parent = EntryId.ROOT;
    for (int depth = 0; depth < 6; depth++) {
      parent = storage.createFolder(parent, depth + "-" + "長い名前".repeat(16)).id();
    }
    Entry deep = put(parent, "a.txt", "deep");

    assertThat(deep.id().value()).startsWith("2").hasSizeLessThanOrEqualTo(1024);
    assertThat(text(deep.id(), null)).isEqualTo("deep");
    assertThat(list(parent, 5)).containsExactly(deep);
    storage.delete(deep.id());
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(deep.id()));
  }

  @Test
  void quota_ofAServerWithoutOne_isUnknown() {
    assertThat(storage.quotas().orElseThrow().quota())
        .isEqualTo(new Quotas.Quota(null, null, false));
  }
}
