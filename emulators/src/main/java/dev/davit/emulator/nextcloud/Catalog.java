package dev.davit.emulator.nextcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids, changes and checksums of everything on disk. What nobody wrote here is met later. */
final class Catalog {
  private final Map<Path, Item> items = new HashMap<>();
  private long lastId = 100;
  private long lastChange = 1_000;

  synchronized Item of(Path path) {
    return items.computeIfAbsent(path, same -> new Item(++lastId, ++lastChange, ""));
  }

  /** Something was written, made or removed here; all folders above change with it. */
  synchronized void changed(Path path) {
    long now = ++lastChange;
    for (@Nullable Path at = path; at != null; at = at.getParent()) {
      items.computeIfPresent(at, (same, item) -> item.changed(now));
    }
  }

  synchronized void checksum(Path path, String checksum) {
    items.put(path, of(path).with(checksum));
  }

  /** Everything of the old place is at the new one, with its ids. */
  synchronized void moved(Path from, Path to) {
    Map<Path, Item> moving = new HashMap<>();
    items.entrySet().removeIf(entry -> taken(entry, from, to, moving));
    items.putAll(moving);
    changed(from);
    changed(to);
  }

  private static boolean taken(
      Map.Entry<Path, Item> entry, Path from, Path to, Map<Path, Item> into) {
    if (!entry.getKey().startsWith(from)) {
      return false;
    }
    into.put(to.resolve(from.relativize(entry.getKey())).normalize(), entry.getValue());
    return true;
  }

  synchronized void removed(Path path) {
    changed(path);
    items.keySet().removeIf(known -> known.startsWith(path));
  }

  /** A strong one, of all folders too, in quotes; also changes when somebody wrote on disk. */
  String etag(Path path) {
    Item item = of(path);
    return String.format(Locale.ROOT, "\"%08x%016x%08x\"", item.id(), item.change(), onDisk(path));
  }

  private static int onDisk(Path path) {
    try {
      BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
      return seen.isDirectory()
          ? 0
          : Long.hashCode(seen.size() * 31 + seen.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return 0;
    }
  }
}
