package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.Drive;
import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;

/** Finds the folder that an id stands for. */
final class Folders {
  private final DriveClient client;
  private final Files files;
  private final Root root;

  Folders(DriveClient client, Files files, Root root) {
    this.client = client;
    this.files = files;
    this.root = root;
  }

  /**
   * The folder that an id seems to be. Asks Google nothing but where the application's folder is.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is no id of ours
   */
  Folder assumed(EntryId id) {
    if (id.equals(EntryId.ROOT)) {
      return root.folder();
    }
    DriveId read = DriveId.of(id);
    return new Folder(read.file(), read.drive());
  }

  /**
   * The folder that an id is, looked up; what a shortcut to a folder leads to.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}; {@link ErrorKind#INVALID_REQUEST} if it is
   *     a file; {@link ErrorKind#PROVIDER_DENIED} for the folder of all shared drives
   */
  Folder existing(EntryId id) {
    if (id.equals(DriveId.SHARED_DRIVES)) {
      throw new CloudException(
          ErrorKind.PROVIDER_DENIED, "Shared drives are made and removed at Google only.");
    }
    if (id.equals(EntryId.ROOT)) {
      return root.folder();
    }
    DriveId read = DriveId.of(id);
    if (read.isDrive()) {
      drive(read);
      return new Folder(read.file(), read.drive());
    }
    File file = files.content(id);
    if (!Entries.isFolder(file)) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
    DriveId real = Entries.id(file);
    return new Folder(real.file(), real.drive());
  }

  /** What is known of an entry of any kind. */
  Entry stat(EntryId id) {
    if (id.equals(EntryId.ROOT)) {
      return Entries.of(files.get(root.folder().file()), EntryId.ROOT);
    }
    if (id.equals(DriveId.SHARED_DRIVES)) {
      return Entries.sharedDrives();
    }
    DriveId read = DriveId.of(id);
    return read.isDrive() ? Entries.of(drive(read)) : Entries.of(files.get(read));
  }

  private Drive drive(DriveId id) {
    return client.json(drive -> drive.drives().get(id.file()).setFields(Entries.DRIVE_FIELDS));
  }
}
