package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Turns Graph's items into entries. What Graph does not say is absent. */
final class Entries {
  /** What is asked of each item, always the same, so that an entry looks the same everywhere. */
  static final String FIELDS =
      "id,name,size,eTag,file,folder,package,root,deleted,malware,remoteItem,parentReference,"
          + "fileSystemInfo,lastModifiedDateTime,webUrl";

  private static final String REMOTE = "remoteItem";

  private Entries() {}

  static Entry of(Json item) {
    return of(item, id(item).entryId());
  }

  /**
   * An item under an id that is not its own. A shortcut is shown as what it leads to, under its own
   * name; a package, such as a notebook of OneNote, as a file that can't be read.
   */
  static Entry of(Json item, EntryId id) {
    Json shown = shown(item);
    boolean folder = isFolder(item);
    return new Entry(
        id,
        required(item.text("name")),
        folder ? Entry.Kind.FOLDER : Entry.Kind.FILE,
        isFile(item) ? shown.number("size") : null,
        modified(shown),
        isFile(item) && !isShortcut(item) ? etag(item) : null,
        contentType(shown),
        link(item.text("webUrl")));
  }

  /** The item's own id and, of a shortcut, that of what it leads to. */
  static ItemId id(Json item) {
    return idIn(item, null);
  }

  /**
   * The same where the item may not say in which drive it is.
   *
   * @param drive which it is in then; null if it must say. What is found with others has no place
   *     in a drive of this user's, and is what it leads to
   */
  static ItemId idIn(Json item, @Nullable String drive) {
    Json remote = item.object(REMOTE);
    ItemId target = remote == null ? null : own(remote, null, null);
    ItemId id = own(item, drive, target);
    if (id == null || (target != null && id.isAt(target))) {
      id = target;
    }
    if (id == null || !id.isSane()) {
      throw Faults.protocol(new IOException("an item without an id in a drive"));
    }
    return id;
  }

  private static @Nullable ItemId own(
      Json item, @Nullable String otherwise, @Nullable ItemId target) {
    Json parent = item.object("parentReference");
    String told = parent == null ? null : parent.text("driveId");
    String drive = told == null ? otherwise : told;
    String id = item.text("id");
    return drive == null || id == null ? null : new ItemId(drive, id, target);
  }

  static boolean isShortcut(Json item) {
    return item.object(REMOTE) != null;
  }

  /** Whether it is shown as a folder. */
  static boolean isFolder(Json item) {
    Json shown = shown(item);
    return !isPackage(item) && (shown.object("folder") != null || shown.object("root") != null);
  }

  /**
   * Whether it, or what it leads to, is a package: something like a folder that can't be opened.
   */
  static boolean isPackage(Json item) {
    return shown(item).object("package") != null;
  }

  /** Whether it, or what it leads to, has bytes. */
  static boolean isFile(Json item) {
    return !isFolder(item) && !isPackage(item);
  }

  private static Json shown(Json item) {
    Json remote = item.object(REMOTE);
    return remote == null ? item : remote;
  }

  /**
   * The item's {@code eTag}, which changes whenever anything of it does. Consumers' drives leave
   * out the quotes.
   */
  static @Nullable String etag(Json item) {
    String tag = item.text("eTag");
    if (tag == null) {
      return null;
    }
    String quoted = tag.matches("(?:W/)?\".*\"") ? tag : "\"" + tag + "\"";
    return quoted.matches("(?:W/)?\"[\\x21\\x23-\\x7E]*\"") ? quoted : null;
  }

  static @Nullable String contentType(Json item) {
    Json file = item.object("file");
    String type = file == null ? null : file.text("mimeType");
    return type != null && type.matches("[\\x21-\\x7E][\\x20-\\x7E]*") ? type : null;
  }

  /** As who wrote it had it; Microsoft's own time changes with the name, too. */
  private static @Nullable Instant modified(Json item) {
    Json system = item.object("fileSystemInfo");
    Instant written = system == null ? null : instant(system.text("lastModifiedDateTime"));
    return written == null ? instant(item.text("lastModifiedDateTime")) : written;
  }

  private static @Nullable Instant instant(@Nullable String time) {
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Only what a browser opens as a page. */
  private static @Nullable String link(@Nullable String link) {
    return link != null && link.matches("https?://.*") ? link : null;
  }

  static String required(@Nullable String value) {
    if (value == null) {
      throw Faults.protocol(new IOException("an item without what was asked of it"));
    }
    return value;
  }
}
