package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;

/** Looks files up. What is in the bin is not there. */
final class Files {
  private final DriveClient client;

  Files(DriveClient client) {
    this.client = client;
  }

  /**
   * A file, folder or shortcut; never what a shortcut leads to.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} also if it is not in that drive
   */
  File get(DriveId id) {
    File file = get(id.file());
    if (!Entries.id(file).equals(id)) {
      throw Faults.notFound();
    }
    return file;
  }

  /**
   * By Google's id alone, which may be an alias.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  File get(String file) {
    File found =
        client.json(
            drive -> drive.files().get(file).setSupportsAllDrives(true).setFields(Entries.FIELDS));
    if (Boolean.TRUE.equals(found.getTrashed())) {
      throw Faults.notFound();
    }
    return found;
  }

  /** The file to read for an entry: what a shortcut leads to, else the file itself. */
  File content(EntryId id) {
    File file = get(DriveId.of(id));
    return Entries.isShortcut(file) ? target(file) : file;
  }

  /**
   * What a shortcut leads to, which is never a shortcut.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if that is gone, or was never this user's
   */
  File target(File shortcut) {
    File.ShortcutDetails details = shortcut.getShortcutDetails();
    if (details == null || details.getTargetId() == null) {
      throw dangling();
    }
    try {
      return get(details.getTargetId());
    } catch (CloudException e) {
      throw e.kind() == ErrorKind.NOT_FOUND ? dangling() : e;
    }
  }

  private static CloudException dangling() {
    return new CloudException(
        ErrorKind.NOT_FOUND,
        "What this shortcut leads to is gone, or no longer shared with this user.");
  }
}
