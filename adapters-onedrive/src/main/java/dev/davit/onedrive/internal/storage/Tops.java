package dev.davit.onedrive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;

/** What is at the top stays there. */
final class Tops {
  private Tops() {}

  /**
   * Reads the id of something that can be changed.
   *
   * @param what is to be done to it, such as {@code moved}
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} for the root; {@link
   *     ErrorKind#NOT_FOUND}
   */
  static ItemId notTop(EntryId id, String what) {
    if (id.equals(EntryId.ROOT)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The top of the storage can't be " + what + ".");
    }
    return ItemId.of(id);
  }
}
