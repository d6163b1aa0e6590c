package dev.davit.drive.internal.storage;

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
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} for the root, {@link
   *     ErrorKind#PROVIDER_DENIED} for shared drives; {@link ErrorKind#NOT_FOUND}
   */
  static DriveId notTop(EntryId id, String what) {
    if (id.equals(EntryId.ROOT)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The top of the storage can't be " + what + ".");
    }
    if (id.equals(DriveId.SHARED_DRIVES) || DriveId.of(id).isDrive()) {
      throw new CloudException(
          ErrorKind.PROVIDER_DENIED, "Shared drives can be changed at Google only.");
    }
    return DriveId.of(id);
  }
}
