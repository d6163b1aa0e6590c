package dev.davit.emulator.google.drive;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** {@code orderBy} of a list (reference/rest/v3/files/list). */
final class Orders {
  private static final Comparator<Item> USUAL =
      Comparator.<Item, Instant>comparing(item -> item.modified)
          .reversed()
          .thenComparing(item -> item.id);

  private Orders() {}

  /**
   * The order; last the usual one, newest first.
   *
   * @throws DriveError 400 for a key that there is not
   */
  static Comparator<Item> of(String text) {
    if (text.isEmpty()) {
      return USUAL;
    }
    Comparator<Item> order = null;
    for (String part : text.split(",", -1)) {
      Comparator<Item> next = one(part.trim());
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null ? USUAL : order.thenComparing(USUAL);
  }

  private static Comparator<Item> one(String part) {
    boolean down = part.endsWith(" desc");
    Comparator<Item> key = key(down ? part.substring(0, part.length() - 5) : part);
    return down ? key.reversed() : key;
  }

  private static Comparator<Item> key(String key) {
    return switch (key) {
      case "name", "name_natural" ->
          Comparator.comparing(item -> item.name.toLowerCase(Locale.ROOT));
      case "createdTime" -> Comparator.comparing(item -> item.created);
      case "modifiedTime", "modifiedByMeTime", "recency", "viewedByMeTime", "sharedWithMeTime" ->
          Comparator.comparing(item -> item.modified);
      case "folder" -> Comparator.comparing(item -> !item.isFolder());
      case "quotaBytesUsed" -> Comparator.comparing(Item::size);
      case "starred" -> Comparator.comparing(item -> !item.starred);
      default -> throw Refusals.invalid("orderBy");
    };
  }
}
