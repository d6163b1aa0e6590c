package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Milton, which takes liberties that this adapter must not pass on. */
class MiltonTest extends ScriptedTest {
  private static final String PASSWORD = "plain";

  @TempDir Path folder;
  @TempDir Path work;
  private MiltonDav server;
  private Storage storage;

  @BeforeEach
  void start() {
    server = MiltonDav.start(folder, work, Davs.USER, PASSWORD);
    storage =
        provider(Davs.settings()).open(Davs.source(Davs.fields(server.url(), Davs.USER, PASSWORD)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Entry put(EntryId parent, String name, String text, ConflictPolicy policy) {
    return storage.write(Davs.write(parent, name, text, policy));
  }

  private String read(EntryId id, ByteRange range) throws Exception {
    try (Download download = storage.read(id, range)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void verify_wrongPassword_isRefused_goodOne_isNot() {
    var login = (Authentication.Fields) provider(Davs.settings()).authentication();

    assertKind(
        ErrorKind.CREDENTIALS_REFUSED,
        () -> login.verify(Davs.fields(server.url(), Davs.USER, "wrong")));
    assertThat(login.verify(Davs.fields(server.url(), Davs.USER, PASSWORD)).label())
        .isEqualTo("ada@127.0.0.1");
  }

  @Test
  void write_missingFolder_isNotFound_thoughThisServerWouldMakeIt() {
    Entry gone = storage.createFolder(EntryId.ROOT, "gone");
    storage.delete(gone.id());

    assertKind(ErrorKind.NOT_FOUND, () -> put(gone.id(), "a", "x", ConflictPolicy.FAIL));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void write_taken_followsThePolicy_thoughThisServerLooksAtNoPrecondition() throws Exception {
    Entry old = put(EntryId.ROOT, "a ä.txt", "old", ConflictPolicy.FAIL);

    assertKind(ErrorKind.CONFLICT, () -> put(EntryId.ROOT, "a ä.txt", "new", ConflictPolicy.FAIL));
    assertThat(put(EntryId.ROOT, "a ä.txt", "new", ConflictPolicy.RENAME).name())
        .isEqualTo("a ä (2).txt");
    assertThat(read(old.id(), new ByteRange.From(0))).isEqualTo("old");
    Entry replaced = put(EntryId.ROOT, "a ä.txt", "newer", ConflictPolicy.REPLACE);
    assertThat(replaced.size()).isEqualTo(5);
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 10, null)).entries()).hasSize(2);
  }

  @Test
  void read_lastBytes_areRead_thoughThisServerFailsOnSuffixRanges() throws Exception {
    Entry file = put(EntryId.ROOT, "a", "0123456789", ConflictPolicy.FAIL);

    assertThat(read(file.id(), new ByteRange.Last(3))).isEqualTo("789");
    assertThat(read(file.id(), new ByteRange.Between(2, 4))).isEqualTo("234");
  }

  @Test
  void move_taken_isConflict_andNothingIsLost() {
    Entry a = put(EntryId.ROOT, "a", "a", ConflictPolicy.FAIL);
    put(EntryId.ROOT, "b", "b", ConflictPolicy.FAIL);

    assertKind(
        ErrorKind.CONFLICT, () -> storage.move(a.id(), EntryId.ROOT, "b", ConflictPolicy.FAIL));
    assertThat(folder.resolve("b")).hasContent("b");
    storage.move(a.id(), EntryId.ROOT, "c", ConflictPolicy.FAIL);
    assertThat(folder.resolve("c")).hasContent("a");
  }
}
