package dev.davit.emulator.google.drive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file's fields as a client sends them; only those that it may (reference/rest/v3/files). */
final class Metadata {
  private static final Set<String> ALWAYS =
      Set.of(
          "kind",
          "name",
          "description",
          "mimeType",
          "properties",
          "appProperties",
          "starred",
          "modifiedTime",
          "viewedByMeTime",
          "originalFilename",
          "contentHints",
          "contentRestrictions",
          "folderColorRgb",
          "writersCanShare",
          "viewersCanCopyContent",
          "copyRequiresWriterPermission");
  private static final Set<String> CREATING =
      Set.of("id", "parents", "createdTime", "shortcutDetails");

  private final Map<String, Object> fields;

  private Metadata(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Of a file that is made, or of a copy. */
  static Metadata creating(Map<String, Object> fields) {
    fields.keySet().forEach(name -> check(name, CREATING.contains(name)));
    return new Metadata(fields);
  }

  /** Of a file that is there. */
  static Metadata updating(Map<String, Object> fields) {
    if (fields.containsKey("parents")) {
      throw Refusals.notWritable(
          "The parents field is not directly writable in update requests. Use the addParents and"
              + " removeParents parameters instead.");
    }
    fields.keySet().forEach(name -> check(name, name.equals("trashed")));
    return new Metadata(fields);
  }

  private static void check(String name, boolean also) {
    if (Schema.field("File", name).isEmpty()) {
      throw Refusals.unknown("find field", name);
    }
    if (!also && !ALWAYS.contains(name)) {
      throw Refusals.notWritable(
          "The resource body includes fields which are not directly writable.");
    }
  }

  Optional<String> text(String name) {
    return value(name, String.class);
  }

  Optional<Boolean> flag(String name) {
    return value(name, Boolean.class);
  }

  /** A time in RFC 3339. */
  Optional<Instant> time(String name) {
    try {
      return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      throw Refusals.badRequest("Invalid value for: Invalid format: \"" + name + "\"");
    }
  }

  List<String> texts(String name) {
    return value(name, List.class).map(Metadata::texts).orElse(List.of());
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }

  /** A map of texts. */
  Map<String, String> map(String name) {
    Map<String, String> result = new LinkedHashMap<>();
    value(name, Map.class).ifPresent(map -> put(map, result));
    return result;
  }

  private static void put(Map<?, ?> from, Map<String, String> to) {
    from.forEach((key, value) -> to.put(String.valueOf(key), String.valueOf(value)));
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw Refusals.badRequest("Invalid value at '" + name + "'")
          .with("status", "INVALID_ARGUMENT");
    }
    return Optional.ofNullable(type.cast(value));
  }

  /** Puts what is the same for new and for old files into an item. */
  void apply(Item item, Instant now) {
    text("name").ifPresent(name -> item.name = name);
    text("description").ifPresent(description -> item.description = description);
    text("mimeType").ifPresent(type -> item.mimeType = type);
    text("originalFilename").ifPresent(name -> item.originalFilename = name);
    flag("starred").ifPresent(starred -> item.starred = starred);
    item.properties.putAll(map("properties"));
    item.appProperties.putAll(map("appProperties"));
    if (fields.containsKey("name") || fields.containsKey("description")) {
      item.modified = now;
    }
    time("modifiedTime").ifPresent(time -> item.modified = time);
  }
}
