package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Digests;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files as the API shows them (reference/rest/v3/files). Under the tree's lock. */
final class Resources {
  /** What an answer has without {@code fields} (guides/fields-parameter). */
  static final String DEFAULTS = "kind,id,name,mimeType,resourceKey";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Tree tree;
  private final Access access;
  private final People people;

  Resources(Tree tree, Access access, People people) {
    this.tree = tree;
    this.access = access;
    this.people = people;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** What is wanted of a file. */
  Map<String, Object> file(Item item, Who who, Mask mask) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kind", "drive#file");
    all.put("id", item.id);
    all.put("name", item.name);
    all.put("mimeType", item.mimeType);
    all.put("version", Long.toString(item.version));
    all.put("createdTime", time(item.created));
    all.put("modifiedTime", time(item.modified));
    all.put("starred", item.starred);
    all.put("spaces", List.of("drive"));
    all.put("webViewLink", link(item));
    all.put("isAppAuthorized", item.clients.contains(who.client()));
    texts(item, all);
    place(item, who, all);
    content(item, all);
    if (mask.wants("trashed") || mask.wants("explicitlyTrashed")) {
      all.put("trashed", tree.isTrashed(item));
      all.put("explicitlyTrashed", item.trashed);
    }
    if (mask.wants("capabilities")) {
      all.put("capabilities", Capabilities.of(item, access.role(who, item)));
    }
    return mask.apply(all);
  }

  private static void texts(Item item, Map<String, Object> all) {
    if (!item.description.isEmpty()) {
      all.put("description", item.description);
    }
    if (!item.properties.isEmpty()) {
      all.put("properties", Map.copyOf(item.properties));
    }
    if (!item.appProperties.isEmpty()) {
      all.put("appProperties", Map.copyOf(item.appProperties));
    }
    if (item.isShortcut()) {
      all.put(
          "shortcutDetails", Map.of("targetId", item.targetId, "targetMimeType", item.targetType));
    }
  }

  private void place(Item item, Who who, Map<String, Object> all) {
    if (!item.driveId.isEmpty()) {
      all.put("driveId", item.driveId);
      all.put("teamDriveId", item.driveId);
    } else {
      all.put("ownedByMe", item.owner.equals(who.account()));
      all.put("owners", List.of(people.user(item.owner, who)));
      all.put("shared", !item.shares.isEmpty());
    }
    tree.get(item.parent)
        .filter(parent -> access.role(who, parent).atLeast(Role.READER))
        .ifPresent(parent -> all.put("parents", List.of(parent.id)));
  }

  private static void content(Item item, Map<String, Object> all) {
    all.put("quotaBytesUsed", Long.toString(item.size()));
    Content content = item.content;
    if (content != null) {
      all.put("size", Long.toString(content.size()));
      all.put("md5Checksum", content.hash(Digests.MD5).hex());
      all.put("sha1Checksum", content.hash(Digests.SHA1).hex());
      all.put("sha256Checksum", content.hash(Digests.SHA256).hex());
      all.put("headRevisionId", item.headRevisionId);
      all.put("originalFilename", item.originalFilename);
      all.put("webContentLink", "https://drive.google.com/uc?id=" + item.id + "&export=download");
    }
  }

  private static String link(Item item) {
    String base =
        item.isFolder()
            ? "https://drive.google.com/drive/folders/"
            : "https://drive.google.com/file/d/";
    return base + item.id + (item.isFolder() ? "" : "/view?usp=drivesdk");
  }
}
