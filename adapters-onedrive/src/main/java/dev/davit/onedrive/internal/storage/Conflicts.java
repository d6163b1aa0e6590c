package dev.davit.onedrive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;

/** What is said where something stands in the way. */
final class Conflicts {
  private Conflicts() {}

  static CloudException taken() {
    return new CloudException(
        ErrorKind.CONFLICT, "There is a file or folder of this name already.");
  }

  static CloudException changed() {
    return new CloudException(ErrorKind.PRECONDITION_FAILED, "The file has changed meanwhile.");
  }
}
