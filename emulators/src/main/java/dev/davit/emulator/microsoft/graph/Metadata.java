package dev.davit.emulator.microsoft.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request about an item (driveitem-post-children, driveitem-update): properties that
 * there are not are refused, and those that are not for clients.
 */
final class Metadata {
  static final String CONFLICT = "@microsoft.graph.conflictBehavior";

  private final Map<String, Object> fields;

  private Metadata(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * Reads it.
   *
   * @param writable what it may have
   * @throws Refused 400
   */
  static Metadata of(Map<String, Object> body, Set<String> writable) {
    Map<String, Object> fields = new LinkedHashMap<>(body);
    fields.keySet().removeIf(name -> name.startsWith("@odata."));
    for (String name : fields.keySet()) {
      if (!writable.contains(name)) {
        Schema.check(Set.of(name));
        throw Refusals.invalid("The property '" + name + "' can't be written.")
            .inner("propertyNotUpdateable");
      }
    }
    return new Metadata(fields);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  Optional<String> text(String name) {
    return value(name, String.class);
  }

  boolean isTrue(String name) {
    return value(name, Boolean.class).orElse(false);
  }

  /** An object in it; its own properties are not judged. */
  Metadata object(String name) {
    Map<String, Object> inner = new LinkedHashMap<>();
    value(name, Map.class).ifPresent(map -> put(map, inner));
    return new Metadata(inner);
  }

  private static void put(Map<?, ?> from, Map<String, Object> to) {
    from.forEach((key, value) -> to.put(String.valueOf(key), value));
  }

  /** A time in RFC 3339. */
  Optional<Instant> time(String name) {
    try {
      return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      throw Refusals.invalid("The value of '" + name + "' is no time.");
    }
  }

  /** What is to happen when a name is there already; the query may say it, too. */
  Conflict conflict(Call call) {
    return Conflict.of(text(CONFLICT).orElse(call.options().text(Options.CONFLICT)), Conflict.FAIL);
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw Refusals.invalid("The value of '" + name + "' is not of its type.");
    }
    return Optional.ofNullable(type.cast(value));
  }
}
