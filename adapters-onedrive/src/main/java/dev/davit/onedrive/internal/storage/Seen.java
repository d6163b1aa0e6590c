package dev.davit.onedrive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.storage.EntryId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries that were told last, by 42 bits of their hashes each: enough that of 100,000 entries
 * one is taken for another in one listing of forty thousand. Not for use by several threads.
 */
final class Seen {
  private static final int WIDTH = 7;

  private final Set<String> marks;

  private Seen(Set<String> marks) {
    this.marks = marks;
  }

  static Seen nothing() {
    return new Seen(new LinkedHashSet<>());
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws CloudException {@link dev.davit.ports.ErrorKind#INVALID_CURSOR}
   */
  static Seen of(String text) {
    if (text.length() % WIDTH != 0) {
      throw Bookmark.invalid();
    }
    Seen seen = nothing();
    for (int i = 0; i < text.length(); i += WIDTH) {
      seen.marks.add(text.substring(i, i + WIDTH));
    }
    return seen;
  }

  /** Notes an entry; false if it was told already. */
  boolean add(EntryId id) {
    return marks.add(mark(id.value()));
  }

  /** The last ones, in as many characters of base64url at most. */
  String text(int most) {
    List<String> all = new ArrayList<>(marks);
    return String.join("", all.subList(Math.max(0, all.size() - most / WIDTH), all.size()));
  }

  private static String mark(String id) {
    return Hashes.name(id).substring(0, WIDTH);
  }
}
