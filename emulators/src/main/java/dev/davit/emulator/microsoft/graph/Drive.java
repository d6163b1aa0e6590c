package dev.davit.emulator.microsoft.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A drive (resources/drive). Guarded by the {@link Store} that it is in: looked at and changed
 * under its lock only.
 */
final class Drive {
  private static final long TIB = 1L << 40;

  final String id;
  final DriveType type;
  final String name;

  /** Key of the account whose it is; empty for a library. */
  final String owner;

  /** The items that are there, by id. */
  final Map<String, Item> items = new HashMap<>();

  /** All that is there or was, each once, where its last change is. */
  final NavigableMap<Long, Item> changes = new TreeMap<>();

  /** The folders of applications, by client id. */
  final Map<String, Item> appFolders = new HashMap<>();

  /** What is in the recycle bin, each with all that was below it. */
  final List<Item> trash = new ArrayList<>();

  /** How many bytes there may be. */
  long total = TIB;

  /** Whether nobody knows how full it is: all numbers are 0. */
  boolean unknownQuota;

  @Nullable Item root;

  /** How many ids were given out. */
  int ids = 100;

  Drive(String id, DriveType type, String name, String owner) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.owner = owner;
  }

  Item top() {
    Item top = root;
    if (top == null) {
      throw new IllegalStateException("The drive " + id + " has no root yet.");
    }
    return top;
  }

  boolean isPersonal() {
    return type == DriveType.PERSONAL;
  }

  /** How many bytes are there. */
  long used() {
    return top().size + deleted();
  }

  /** How many bytes the recycle bin has. */
  long deleted() {
    return trash.stream().mapToLong(item -> item.size).sum();
  }

  boolean fits(long bytes) {
    return bytes <= 0 || unknownQuota || used() + bytes <= total;
  }
}
