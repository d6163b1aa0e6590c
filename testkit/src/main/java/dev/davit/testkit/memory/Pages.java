package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Listing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Pages over a sorted map: a cursor names what was listed and the last key that was answered. */
final class Pages {
  private Pages() {}

  static Listing page(
      String what, SortedMap<String, Node> sorted, int limit, @Nullable Cursor cursor) {
    Collection<Node> rest =
        cursor == null ? sorted.values() : sorted.tailMap(after(what, cursor)).values();
    List<Node> page = rest.stream().limit(limit).toList();
    List<Entry> entries = page.stream().map(Node::entry).toList();
    return new Listing(entries, rest.size() > limit ? next(what, sorted, page) : null);
  }

  private static Cursor next(String what, SortedMap<String, Node> sorted, List<Node> page) {
    Node last = page.get(page.size() - 1);
    String key =
        sorted.entrySet().stream()
            .filter(entry -> entry.getValue().equals(last))
            .map(entry -> entry.getKey())
            .findFirst()
            .orElseThrow();
    byte[] bytes = key.getBytes(StandardCharsets.UTF_16BE);
    return new Cursor(what + ":" + Base64.getUrlEncoder().encodeToString(bytes));
  }

  /** The least key that comes after the one in the cursor. */
  private static String after(String what, Cursor cursor) {
    if (!cursor.value().startsWith(what + ":")) {
      throw invalid();
    }
    try {
      byte[] key = Base64.getUrlDecoder().decode(cursor.value().substring(what.length() + 1));
      return new String(key, StandardCharsets.UTF_16BE) + '\0';
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  static CloudException invalid() {
    return new CloudException(
        ErrorKind.INVALID_CURSOR, "This page token is of no use here: list from the beginning.");
  }
}
