package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.upload.Lookup;
import dev.davit.outbound.transfer.Certainty;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.Optional;
import java.util.function.Supplier;

/** Removes, into the bin or for good; a folder with all that is in it. */
final class Removing {
  private final DriveClient client;
  private final Certainty certainty;
  private final Lookup lookup;

  Removing(DriveClient client, Certainty certainty, Lookup lookup) {
    this.client = client;
    this.certainty = certainty;
    this.lookup = lookup;
  }

  /** Removes an entry as the settings have it; of a shortcut never what it leads to. */
  static void delete(Desk desk, EntryId id) {
    String google = google(desk, id);
    Removing removing = Tools.of(desk).removing();
    if (desk.settings().trash()) {
      removing.trash(google);
    } else {
      removing.erase(google);
    }
  }

  /** Removes an entry for good where the user may, and into the bin otherwise. */
  static void erase(Desk desk, EntryId id) {
    Tools.of(desk).removing().eraseOrTrash(google(desk, id));
  }

  private static String google(Desk desk, EntryId id) {
    return Entries.required(desk.files().get(Tops.notTop(id, "removed")).getId());
  }

  /** Into the bin (Google: files.update). */
  void trash(String id) {
    surely(
        id,
        () -> {
          client.json(
              drive ->
                  drive
                      .files()
                      .update(id, new File().setTrashed(true))
                      .setSupportsAllDrives(true)
                      .setFields("id,trashed"));
          return true;
        });
  }

  /** Back out of the bin. */
  File takeOut(File trashed) {
    return client.json(
        drive ->
            drive
                .files()
                .update(trashed.getId(), new File().setTrashed(false))
                .setSupportsAllDrives(true)
                .setFields(Siblings.FIELDS));
  }

  /** For good (Google: files.delete). */
  private void erase(String id) {
    surely(
        id,
        () -> {
          client.done(drive -> drive.files().delete(id).setSupportsAllDrives(true));
          return true;
        });
  }

  private void surely(String id, Supplier<Boolean> step) {
    certainty.of(step, () -> lookup.isGone(id) ? Optional.of(true) : Optional.empty());
  }

  /**
   * Takes back what was just made here: a file for good where the user may, since nobody has seen
   * it; a folder into the bin, since something may have been put into it.
   */
  void takeBack(File made) {
    String id = Entries.required(made.getId());
    if (Entries.isFolder(made)) {
      trash(id);
    } else {
      eraseOrTrash(id);
    }
  }

  /** In shared drives writers may only use the bin (Google: "Shared drives", roles). */
  private void eraseOrTrash(String id) {
    try {
      erase(id);
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.PROVIDER_DENIED) {
        throw e;
      }
      trash(id);
    }
  }
}
