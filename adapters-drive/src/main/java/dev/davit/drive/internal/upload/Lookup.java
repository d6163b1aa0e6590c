package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Optional;

/** Looks what has become of a file. */
public final class Lookup {
  private final DriveClient client;
  private final String fields;

  /**
   * A lookup.
   *
   * @param fields what is wanted of a file
   */
  public Lookup(DriveClient client, String fields) {
    this.client = client;
    this.fields = fields;
  }

  /** A file by Google's id, in the bin too; nothing if there is none. */
  public Optional<File> find(String id) {
    try {
      return Optional.of(
          client.json(drive -> drive.files().get(id).setSupportsAllDrives(true).setFields(fields)));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether there is nothing of that id, but perhaps in the bin. */
  public boolean isGone(String id) {
    return find(id).filter(file -> !Boolean.TRUE.equals(file.getTrashed())).isEmpty();
  }
}
