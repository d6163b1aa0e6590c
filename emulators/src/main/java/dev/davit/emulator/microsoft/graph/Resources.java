package dev.davit.emulator.microsoft.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Items as the API shows them (resources/driveitem). Under the store's lock. */
final class Resources {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_INSTANT.withZone(ZoneOffset.UTC);

  private final World world;

  Resources(World world) {
    this.world = world;
  }

  /** To the second; of a Microsoft account to the millisecond, as they come there. */
  static String time(Instant instant, Drive drive) {
    ChronoUnit unit = drive.isPersonal() ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
    return TIME.format(instant.truncatedTo(unit));
  }

  /** All of an item but where its bytes are. */
  Map<String, Object> item(Item item) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", item.id);
    all.put("name", item.name);
    all.put("eTag", item.eTag());
    if (item.drive.isPersonal() || !item.is(Item.Kind.FOLDER)) {
      all.put("cTag", item.cTag());
    }
    all.put("createdDateTime", time(item.created, item.drive));
    all.put("lastModifiedDateTime", time(item.modified, item.drive));
    all.put("createdBy", world.people().identity(item.createdBy));
    all.put("lastModifiedBy", world.people().identity(item.modifiedBy));
    all.put("webUrl", "https://onedrive.live.com/?id=" + item.id);
    if (!item.is(Item.Kind.SHORTCUT)) {
      all.put("size", world.rewriting().told(item));
    }
    all.put("parentReference", parent(item, true));
    all.put("fileSystemInfo", Facets.fileSystemInfo(item));
    Facets.put(item, all);
    return all;
  }

  /** An item with what is wanted of it; bytes can be had where nothing or just that is wanted. */
  Map<String, Object> item(Item item, Call call) {
    Map<String, Object> all = item(item);
    boolean wanted = call.options().select().map(it -> it.contains(Schema.DOWNLOAD)).orElse(true);
    if (item.is(Item.Kind.FILE) && wanted && item.malware.isEmpty()) {
      all.put(Schema.DOWNLOAD, world.downloads().of(call, item));
    }
    return Schema.select(all, call.options().select());
  }

  /** Where an item is (resources/itemreference). */
  static Map<String, Object> parent(Item item, boolean path) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("driveId", item.drive.id);
    reference.put("driveType", item.drive.type.text());
    Item parent = item.parent;
    if (parent != null) {
      reference.put("id", parent.id);
      reference.put("name", parent.name);
      if (path) {
        reference.put("path", path(parent));
      }
    }
    return reference;
  }

  private static String path(Item folder) {
    StringBuilder path = new StringBuilder();
    for (Item at = folder; at != null && !at.isRoot(); at = at.parent) {
      path.insert(0, "/" + URLEncoder.encode(at.name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return "/drives/" + folder.drive.id + "/root:" + path;
  }
}
