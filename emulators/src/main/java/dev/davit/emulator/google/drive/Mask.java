package dev.davit.emulator.google.drive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which fields an answer has (guides/fields-parameter): those that {@code fields} names, with
 * {@code a/b}, {@code a(b,c)} and {@code *}.
 */
final class Mask {
  private final Map<String, Mask> fields = new LinkedHashMap<>();
  private boolean all;

  /**
   * Reads one.
   *
   * @param type of the resource that it is for
   * @throws DriveError 400 for a field that the resource has not, or a text that is no mask
   */
  static Mask of(String text, String type) {
    return new MaskParser(text).parse(type);
  }

  void takeAll() {
    all = true;
  }

  /** The mask of a field; the same one when the field is named twice. */
  Mask field(String name) {
    return fields.computeIfAbsent(name, key -> new Mask());
  }

  /** Whether a field is wanted. */
  boolean wants(String name) {
    return all || fields.containsKey(name);
  }

  /** What is wanted of a resource. */
  Map<String, Object> apply(Map<String, Object> resource) {
    Map<String, Object> result = new LinkedHashMap<>();
    resource.forEach(
        (name, value) -> {
          Mask mask = fields.get(name);
          if (mask != null) {
            result.put(name, mask.applyTo(value));
          } else if (all) {
            result.put(name, value);
          }
        });
    return result;
  }

  private Object applyTo(Object value) {
    if (all || fields.isEmpty()) {
      return value;
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(this::applyTo).toList();
    }
    return value instanceof Map<?, ?> map ? apply(texts(map)) : value;
  }

  private static Map<String, Object> texts(Map<?, ?> map) {
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach((name, value) -> texts.put(String.valueOf(name), value));
    return texts;
  }
}
