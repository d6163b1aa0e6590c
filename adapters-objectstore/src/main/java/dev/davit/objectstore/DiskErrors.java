package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says what a failure of the file system means, by what it is and never by its text. */
final class DiskErrors {
  static final String NO_SUCH_ENTRY = "There is no such file or folder.";

  private static final String TAKEN = "There is something of that name already.";

  /** With less room than this, a write that failed is taken to have failed for want of it. */
  private static final long FULL = 1 << 20;

  private DiskErrors() {}

  /** The failure of anything but a write. */
  static CloudException of(IOException failure) {
    if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
      return new CloudException(ErrorKind.NOT_FOUND, NO_SUCH_ENTRY, failure);
    }
    if (failure instanceof FileAlreadyExistsException) {
      return new CloudException(ErrorKind.CONFLICT, TAKEN, failure);
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return new CloudException(
          ErrorKind.CONFLICT, "Only a part of the folder could be removed.", failure);
    }
    if (failure instanceof AccessDeniedException) {
      return new CloudException(
          ErrorKind.MISCONFIGURED,
          "This service may not read or write its own storage folder.",
          failure);
    }
    return new CloudException(
        ErrorKind.UNAVAILABLE, "The storage can't be read or written at the moment.", failure);
  }

  /**
   * The failure of a write.
   *
   * @param usable how many bytes there is room for
   * @param readOnly whether the file system takes no writes at all
   */
  static CloudException ofWrite(IOException failure, long usable, boolean readOnly) {
    CloudException meaning = of(failure);
    if (meaning.kind() != ErrorKind.UNAVAILABLE) {
      return meaning;
    }
    if (readOnly) {
      return new CloudException(
          ErrorKind.MISCONFIGURED, "The storage folder of this service is read-only.", failure);
    }
    return usable < FULL ? full(failure) : meaning;
  }

  static CloudException full(@Nullable IOException cause) {
    return new CloudException(
        ErrorKind.QUOTA_EXCEEDED, "The storage is full.", Hints.NONE, null, cause);
  }

  static CloudException noSuchEntry() {
    return new CloudException(ErrorKind.NOT_FOUND, NO_SUCH_ENTRY);
  }

  static CloudException taken() {
    return new CloudException(ErrorKind.CONFLICT, TAKEN);
  }
}
