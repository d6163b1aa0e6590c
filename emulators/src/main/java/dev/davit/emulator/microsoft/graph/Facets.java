package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Digests;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What makes an item a file, a folder or another thing (resources/driveitem, facets). */
final class Facets {
  private Facets() {}

  /** Puts the facets of an item beside its other properties. */
  static void put(Item item, Map<String, Object> all) {
    kind(item, all);
    if (item.isRoot()) {
      all.put("root", Map.of());
    }
    if (!item.special.isEmpty()) {
      all.put("specialFolder", Map.of("name", item.special));
    }
    if (!item.shares.isEmpty()) {
      all.put("shared", Map.of("scope", "users"));
    }
    if (!item.malware.isEmpty()) {
      all.put("malware", Map.of("description", item.malware));
    }
    if (!item.description.isEmpty()) {
      all.put("description", item.description);
    }
  }

  private static void kind(Item item, Map<String, Object> all) {
    switch (item.kind) {
      case FOLDER -> all.put("folder", Map.of("childCount", item.children.size()));
      case PACKAGE -> all.put("package", Map.of("type", item.packageType));
      case FILE -> all.put("file", file(item));
      case SHORTCUT -> all.put("remoteItem", remote(item.led()));
    }
  }

  /** With the hashes that each kind of drive has (resources/hashes). */
  private static Map<String, Object> file(Item item) {
    Content content = item.bytes();
    Map<String, Object> hashes = new LinkedHashMap<>();
    hashes.put("quickXorHash", content.hash("QuickXorHash").base64());
    if (item.drive.isPersonal()) {
      hashes.put("sha1Hash", content.hash(Digests.SHA1).hex().toUpperCase(Locale.ROOT));
      hashes.put("sha256Hash", content.hash(Digests.SHA256).hex().toUpperCase(Locale.ROOT));
    }
    return Map.of("mimeType", item.mimeType, "hashes", hashes);
  }

  /** Times that clients say (resources/filesysteminfo). */
  static Map<String, Object> fileSystemInfo(Item item) {
    return Map.of(
        "createdDateTime", Resources.time(item.clientCreated, item.drive),
        "lastModifiedDateTime", Resources.time(item.clientModified, item.drive));
  }

  /** What a shortcut leads to; only its id where that is gone. */
  static Map<String, Object> remote(Item target) {
    Map<String, Object> remote = new LinkedHashMap<>();
    remote.put("id", target.id);
    remote.put("parentReference", Resources.parent(target, false));
    if (!target.deleted) {
      remote.put("name", target.name);
      remote.put("size", target.size);
      remote.put("createdDateTime", Resources.time(target.created, target.drive));
      remote.put("lastModifiedDateTime", Resources.time(target.modified, target.drive));
      remote.put("fileSystemInfo", fileSystemInfo(target));
      kind(target, remote);
      Map<String, Object> owner = Map.of("user", Map.of("id", target.drive.owner));
      remote.put("shared", Map.of("scope", "users", "owner", owner));
    }
    return remote;
  }
}
