package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.Change;
import dev.davit.ports.storage.Changes;

/** Turns what Google tells of a change into ours. */
final class Told {
  private Told() {}

  static Changes.Change of(Change change) {
    return "drive".equals(change.getChangeType()) ? drive(change) : file(change);
  }

  private static Changes.Change drive(Change change) {
    String id = Entries.required(change.getDriveId());
    boolean gone = Boolean.TRUE.equals(change.getRemoved()) || change.getDrive() == null;
    return new Changes.Change(
        new DriveId(id, id).entryId(), gone ? null : Entries.of(change.getDrive()));
  }

  private static Changes.Change file(Change change) {
    var file = change.getFile();
    if (Boolean.TRUE.equals(change.getRemoved()) || file == null) {
      return new Changes.Change(
          new DriveId(Entries.required(change.getFileId()), null).entryId(), null);
    }
    boolean binned = Boolean.TRUE.equals(file.getTrashed());
    return new Changes.Change(Entries.id(file).entryId(), binned ? null : Entries.of(file));
  }
}
