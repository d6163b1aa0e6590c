package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import org.jspecify.annotations.Nullable;

/**
 * An upload session at the server.
 *
 * @param finished the file that it became; null while it is open
 */
record Upload(
    WriteAttempt attempt,
    long size,
    @Nullable String contentType,
    ConflictPolicy conflict,
    Blob arrived,
    @Nullable EntryId finished) {
  Upload plus(byte[] part) {
    return new Upload(attempt, size, contentType, conflict, arrived.plus(part), finished);
  }

  Upload finished(EntryId id) {
    return new Upload(attempt, size, contentType, conflict, Blob.EMPTY, id);
  }

  void checkOpen() {
    if (finished != null) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This upload is finished already.");
    }
  }

  void checkComplete() {
    if (arrived.size() != size) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "Not all parts have arrived yet.");
    }
  }

  void checkTakes(long position, long length, int granularity) {
    boolean last = position + length == size;
    if (length < 0 || position + length > size || (!last && length % granularity != 0)) {
      throw new IllegalArgumentException("this is no part of an upload of " + size + " bytes");
    }
    if (position != arrived.size()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "This is not the part that comes next: ask how far it is.");
    }
  }
}
