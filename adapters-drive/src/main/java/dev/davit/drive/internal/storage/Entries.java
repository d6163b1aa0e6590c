package dev.davit.drive.internal.storage;

import com.google.api.client.util.DateTime;
import com.google.api.services.drive.model.Drive;
import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns Google's files into entries. What Google does not say is absent. */
final class Entries {
  /** What is asked of each file, always the same, so that an entry looks the same everywhere. */
  static final String FIELDS =
      "id,name,mimeType,size,modifiedTime,md5Checksum,headRevisionId,version,webViewLink,driveId,"
          + "parents,trashed,capabilities(canDownload),shortcutDetails(targetId,targetMimeType)";

  /** What is asked of each shared drive. */
  static final String DRIVE_FIELDS = "id,name";

  private Entries() {}

  static Entry of(File file) {
    return of(file, id(file).entryId());
  }

  /** A file under an id that is not its own. */
  static Entry of(File file, EntryId id) {
    String type = effectiveType(file);
    boolean folder = type.equals(Native.FOLDER);
    return new Entry(
        id,
        Native.shown(required(file.getName()), type),
        folder ? Entry.Kind.FOLDER : Entry.Kind.FILE,
        Native.is(required(file.getMimeType())) ? null : file.getSize(),
        instant(file.getModifiedTime()),
        folder || isShortcut(file) ? null : etag(file),
        folder ? null : contentType(type),
        link(file.getWebViewLink()));
  }

  /** A shared drive, as a folder. */
  static Entry of(Drive drive) {
    String id = required(drive.getId());
    return folder(new DriveId(id, id).entryId(), required(drive.getName()));
  }

  /** The folder that has the shared drives in it. */
  static Entry sharedDrives() {
    return folder(DriveId.SHARED_DRIVES, "Shared drives");
  }

  private static Entry folder(EntryId id, String name) {
    return new Entry(id, name, Entry.Kind.FOLDER, null, null, null, null, null);
  }

  static DriveId id(File file) {
    return new DriveId(required(file.getId()), file.getDriveId());
  }

  static boolean isShortcut(File file) {
    return Native.SHORTCUT.equals(file.getMimeType());
  }

  static boolean isFolder(File file) {
    return Native.FOLDER.equals(file.getMimeType());
  }

  /** The type of what is read when this is: a shortcut's is that of what it leads to. */
  static String effectiveType(File file) {
    boolean leads = isShortcut(file) && file.getShortcutDetails() != null;
    String target = leads ? file.getShortcutDetails().getTargetMimeType() : null;
    return target == null ? required(file.getMimeType()) : target;
  }

  /**
   * Stands for the revision of the content. Drive v3 has no etags: this is the revision's id, or
   * the digest of the content where that is not told. Documents of Google's own have neither; their
   * version rises with every change, which makes a weak one.
   */
  static @Nullable String etag(File file) {
    String revision = file.getHeadRevisionId();
    String strong = revision == null ? file.getMd5Checksum() : revision;
    if (strong != null) {
      return strong.matches("[\\x21\\x23-\\x7E]+") ? "\"" + strong + "\"" : null;
    }
    return file.getVersion() == null ? null : "W/\"" + file.getVersion() + "\"";
  }

  static @Nullable String contentType(String mimeType) {
    Native export = Native.export(mimeType);
    return export == null ? mimeType : export.contentType();
  }

  private static @Nullable Instant instant(@Nullable DateTime time) {
    return time == null ? null : Instant.ofEpochMilli(time.getValue());
  }

  /** Only what a browser opens as a page. */
  private static @Nullable String link(@Nullable String link) {
    return link != null && link.matches("https?://.*") ? link : null;
  }

  static String required(@Nullable String value) {
    if (value == null) {
      throw Faults.protocol(new IOException("a file without what was asked of it"));
    }
    return value;
  }
}
