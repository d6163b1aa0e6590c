package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import org.junit.jupiter.api.Test;

/** Removing, and what is not there. */
interface DeleteRules extends StorageFixture {
  @Test
  default void delete_removesThisFileOnly() {
    Entry file = writeText(EntryId.ROOT, "file", "x");
    Entry other = writeText(EntryId.ROOT, "file2", "y");
    storage().delete(file.id());
    assertThat(all(EntryId.ROOT, 10)).containsExactly(other);
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(file.id()));
  }

  @Test
  default void delete_ofAFolder_removesAllThatIsInIt() {
    EntryId folder = folder("folder").id();
    EntryId inner = storage().createFolder(folder, "inner").id();
    EntryId deep = writeText(inner, "deep", "x").id();
    storage().delete(folder);
    assertThat(names(EntryId.ROOT)).isEmpty();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(inner));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().read(deep, null));
  }

  @Test
  default void delete_ofWhatIsGone_isNotFound() {
    EntryId gone = goneId();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().delete(gone));
  }

  @Test
  default void delete_ofTheRoot_isRefused() {
    Entry file = writeText(EntryId.ROOT, "file", "x");
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().delete(EntryId.ROOT));
    assertThat(all(EntryId.ROOT, 10)).containsExactly(file);
  }

  @Test
  default void delete_freesTheName() {
    storage().delete(writeText(EntryId.ROOT, "name", "x").id());
    EntryId folder = folder("name").id();
    storage().delete(folder);
    assertThat(text(writeText(EntryId.ROOT, "name", "y").id())).isEqualTo("y");
  }

  @Test
  default void erase_removesThisOnly_andAllThatIsInIt() {
    EntryId folder = folder("folder").id();
    EntryId deep = writeText(folder, "deep", "x").id();
    Entry file = writeText(EntryId.ROOT, "file", "x");
    Entry other = writeText(EntryId.ROOT, "file2", "y");
    storage().erase(file.id());
    storage().erase(folder);
    assertThat(all(EntryId.ROOT, 10)).containsExactly(other);
    assertFails(ErrorKind.NOT_FOUND, () -> storage().read(deep, null));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().erase(file.id()));
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().erase(EntryId.ROOT));
  }

  @Test
  default void stat_ofWhatIsGone_isNotFound() {
    EntryId gone = goneId();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(gone));
  }

  @Test
  default void stat_ofTheRoot_isAFolder() {
    Entry root = storage().stat(EntryId.ROOT);
    assertThat(root.isFolder()).isTrue();
    assertThat(root.id()).isEqualTo(EntryId.ROOT);
  }
}
