package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder.
 *
 * @param parent in which folder; null for the top
 * @param blob the bytes of a file; null for a folder
 * @param revision rises with every write
 */
record Node(
    EntryId id,
    @Nullable EntryId parent,
    String name,
    @Nullable Blob blob,
    @Nullable String contentType,
    Instant modifiedAt,
    long revision) {
  static Node root(Instant at) {
    return new Node(EntryId.ROOT, null, "", null, null, at, 0);
  }

  boolean isFolder() {
    return blob == null;
  }

  boolean isRoot() {
    return parent == null;
  }

  Node at(EntryId newParent, String newName) {
    return new Node(id, newParent, newName, blob, contentType, modifiedAt, revision);
  }

  Blob bytes() {
    if (blob == null) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be read as a file.");
    }
    return blob;
  }

  @Nullable String etag() {
    return isFolder() ? null : "\"r" + revision + "\"";
  }

  Entry entry() {
    return new Entry(
        id,
        name,
        isFolder() ? Entry.Kind.FOLDER : Entry.Kind.FILE,
        blob == null ? null : blob.size(),
        modifiedAt,
        etag(),
        contentType,
        null);
  }
}
