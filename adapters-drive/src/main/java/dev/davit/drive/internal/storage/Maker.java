package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.GeneratedIds;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.upload.Lookup;
import dev.davit.outbound.transfer.Certainty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes what has no bytes to be sent: folders and copies. Each is given its id beforehand, so that
 * asking twice makes one.
 */
final class Maker {
  private static final String MARK = "davit_copy";

  private final DriveClient client;
  private final Pages pages;
  private final Certainty certainty;
  private final Lookup lookup;

  Maker(DriveClient client, Pages pages, Certainty certainty, Lookup lookup) {
    this.client = client;
    this.pages = pages;
    this.certainty = certainty;
    this.lookup = lookup;
  }

  /** An id that a file may be made with (Google: files.generateIds). */
  String id() {
    GeneratedIds ids = client.json(drive -> drive.files().generateIds().setCount(1));
    if (ids.getIds() == null || ids.getIds().isEmpty()) {
      throw Faults.protocol(new IOException("no id was made"));
    }
    return ids.getIds().get(0);
  }

  File folder(String parent, String name) {
    File folder = described(parent, name).setMimeType(Native.FOLDER);
    return certainty.of(
        () ->
            client.json(
                drive ->
                    drive
                        .files()
                        .create(folder)
                        .setSupportsAllDrives(true)
                        .setFields(Siblings.FIELDS)),
        () -> made(folder));
  }

  /**
   * Copies anything but a folder. Copies of Google's own documents and of shortcuts can't be given
   * an id (Google: "Generate IDs to use with your files"); they carry a mark instead.
   */
  File copy(File file, String parent, String name) {
    String id = id();
    File copy = new File().setName(name).setParents(List.of(parent));
    return Native.is(Entries.required(file.getMimeType()))
        ? copy(
            file,
            copy.setAppProperties(Map.of(MARK, id)),
            () -> pages.marked(MARK, id, Siblings.FIELDS))
        : copy(file, copy.setId(id), () -> lookup.find(id));
  }

  private File copy(File file, File copy, Supplier<Optional<File>> look) {
    return certainty.of(
        () ->
            client.json(
                drive ->
                    drive
                        .files()
                        .copy(file.getId(), copy)
                        .setSupportsAllDrives(true)
                        .setFields(Siblings.FIELDS)),
        look);
  }

  private File described(String parent, String name) {
    return new File().setId(id()).setName(name).setParents(List.of(parent));
  }

  private Optional<File> made(File wanted) {
    return lookup.find(Entries.required(wanted.getId()));
  }
}
