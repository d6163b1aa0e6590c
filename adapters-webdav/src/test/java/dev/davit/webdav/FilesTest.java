package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files at a real server: what the contract does not say. */
class FilesTest extends RealServerTest {
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
            TestContent.of(text),
            null,
            ConflictPolicy.REPLACE,
            etag));
  }

  @Test
  void write_nameOfAnUnfinishedWrite_isInvalid() {
    String name = ".davit-12345678.part";
    assertKind(ErrorKind.INVALID_REQUEST, () -> put(EntryId.ROOT, name, "x"));
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.createFolder(EntryId.ROOT, name));
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
}
