package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file, folder, shortcut or document of Google's own (reference/rest/v3/files). Guarded by the
 * {@link Tree} that it is in: looked at and changed under its lock only.
 */
final class Item {
  final String id;
  final Map<String, String> properties = new LinkedHashMap<>();
  final Map<String, String> appProperties = new LinkedHashMap<>();

  /** Whom it is shared with directly, by mail address. */
  final Map<String, Role> shares = new LinkedHashMap<>();

  /** The applications that made it or were given it: who sees it under drive.file. */
  final Set<String> clients = new LinkedHashSet<>();

  /** Of a document of Google's own: what an export gives, by media type or under an empty text. */
  final Map<String, Content> exports = new LinkedHashMap<>();

  String name;
  String mimeType;
  String description = "";

  /** Mail address; empty in a shared drive. */
  String owner = "";

  /** Who made it, by mail address. */
  String creator = "";

  /** Empty outside of shared drives. */
  String driveId = "";

  @Nullable String parent;
  @Nullable Content content;
  String originalFilename = "";
  String headRevisionId = "";

  /** Of a shortcut: what it leads to. */
  String targetId = "";

  String targetType = "";

  /** What a search finds inside. */
  String text = "";

  boolean starred;
  boolean trashed;
  boolean noDownload;
  boolean abusive;
  long version = 1;
  Instant created;
  Instant modified;

  Item(String id, String name, String mimeType, Instant now) {
    this.id = id;
    this.name = name;
    this.mimeType = mimeType;
    this.created = now;
    this.modified = now;
  }

  boolean isFolder() {
    return mimeType.equals(Types.FOLDER);
  }

  boolean isShortcut() {
    return mimeType.equals(Types.SHORTCUT);
  }

  /** Bytes that count against a quota. */
  long size() {
    return content == null ? 0 : content.size();
  }
}
