package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file, folder, package, or a shortcut to what is in another drive (resources/driveitem). Guarded
 * by the {@link Store} that it is in: looked at and changed under its lock only.
 */
final class Item {
  enum Kind {
    FOLDER,
    FILE,

    /** A notebook of OneNote, say (resources/package). */
    PACKAGE,

    /** Leads into another drive (resources/remoteitem). */
    SHORTCUT
  }

  final Drive drive;
  final String id;
  final String guid;
  final Kind kind;

  /** What is in it, by {@link #key}, in the order in which lists come. */
  final NavigableMap<String, Item> children = new TreeMap<>();

  /** Whom it is shared with directly, by key of account, and whether they may write. */
  final Map<String, Boolean> shares = new HashMap<>();

  String name;
  @Nullable Item parent;
  @Nullable Content content;
  String mimeType = "";
  String description = "";

  /** What a search finds inside. */
  String text = "";

  /** Bytes; of a folder those of all that is below. */
  long size;

  /** Counts every change: the number in the eTag. */
  int version = 1;

  /** Counts changes of content: the number in the cTag. */
  int contentVersion = 1;

  Instant created;
  Instant modified;

  /** Times that the client says (resources/filesysteminfo). */
  Instant clientCreated;

  Instant clientModified;

  /** Who did it, by key of account. */
  String createdBy = "";

  String modifiedBy = "";

  /** Of a shortcut. */
  @Nullable Item target;

  /** Of a package. */
  String packageType = "";

  /** Of a special folder (drive-get-specialfolder). */
  String special = "";

  /** Why it can't be written to; empty when it can. */
  String lock = "";

  /** What was found in it; empty for nothing. */
  String malware = "";

  /** Whether it is in the recycle bin, or gone for good. */
  boolean deleted;

  /** Where it is in {@link Drive#changes}; 0 for nowhere. */
  long change;

  Item(Drive drive, String id, String guid, Kind kind, String name, Instant now) {
    this.drive = drive;
    this.id = id;
    this.guid = guid;
    this.kind = kind;
    this.name = name;
    this.created = now;
    this.modified = now;
    this.clientCreated = now;
    this.clientModified = now;
  }

  /** Names are the same whatever their case. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  String key() {
    return key(name);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether there can be something in it. */
  boolean holds() {
    return kind == Kind.FOLDER || kind == Kind.PACKAGE;
  }

  boolean isRoot() {
    return parent == null && drive.root == this;
  }

  /** The bytes of a file. */
  Content bytes() {
    Content now = content;
    if (now == null) {
      throw new IllegalStateException("There are no bytes of " + id + ".");
    }
    return now;
  }

  /** What a shortcut leads to. */
  Item led() {
    Item now = target;
    if (now == null) {
      throw new IllegalStateException("The item " + id + " is no shortcut.");
    }
    return now;
  }

  /** Whether it is another item, or somewhere in it. */
  boolean isWithin(Item other) {
    for (Item at = this; at != null; at = at.parent) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  String eTag() {
    return "\"{" + guid + "}," + version + "\"";
  }

  String cTag() {
    return "\"c:{" + guid + "}," + contentVersion + "\"";
  }
}
