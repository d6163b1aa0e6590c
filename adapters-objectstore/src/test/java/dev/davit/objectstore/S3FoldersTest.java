package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Folders at a server that keeps them as folders and removes what it is told in parallel. */
final class S3FoldersTest {
  private static final int ROUNDS = 20;
  private static final int DEPTH = 4;

  @Test
  void delete_ofFoldersInFolders_leavesNoneBehind() {
    try (S3Bench bench = new S3Bench()) {
      Storage storage = bench.provider(bench.settings()).open(Fixture.credentials());
      for (int round = 0; round < ROUNDS; round++) {
        storage.delete(deep(storage));
        assertThat(storage.list(new ListRequest(EntryId.ROOT, 10, null)).entries()).isEmpty();
      }
    }
  }

  /** A folder that has a file and a folder, which has a file and a folder, and so on. */
  private static EntryId deep(Storage storage) {
    EntryId top = storage.createFolder(EntryId.ROOT, "folder").id();
    EntryId inner = top;
    for (int depth = 1; depth < DEPTH; depth++) {
      inner = storage.createFolder(inner, "inner").id();
      WriteAttempt attempt = new WriteAttempt(inner, "deep", UUID.randomUUID().toString());
      storage.write(
          new WriteRequest(attempt, TestContent.of("x"), null, ConflictPolicy.FAIL, null));
    }
    return top;
  }
}
