package dev.davit.drive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;

/** What is said of what this adapter can't do yet. */
final class Unbuilt {
  private Unbuilt() {}

  static CloudException at(Desk desk) {
    return new CloudException(
        ErrorKind.UNSUPPORTED, "That can't be done with " + desk.settings().scope() + " yet.");
  }
}
