package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All drives, and what is in them. Everything here is called under its lock. */
final class Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Drive> drives = new LinkedHashMap<>();
  private final Map<String, Drive> own = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Ids ids;
  private long changes;

  Store(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Does something with the lock held. */
  <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** The number of the last change. */
  long lastChange() {
    return changes;
  }

  Collection<Drive> drives() {
    return drives.values();
  }

  /** The drive of this id; the case of a personal one does not matter. */
  Optional<Drive> drive(String id) {
    return Optional.ofNullable(drives.get(Item.key(id)));
  }

  /** The item of this id, whosever it is; ids are different in all drives. */
  Optional<Item> item(String id) {
    return drives.values().stream()
        .flatMap(it -> Optional.ofNullable(it.items.get(id)).stream())
        .findFirst();
  }

  /**
   * An account's own drive, of a Microsoft account with the account's id, made when it is first
   * asked for.
   */
  Drive own(String account, boolean personal) {
    return own.computeIfAbsent(
        account,
        key ->
            personal
                ? add(new Drive(account, DriveType.PERSONAL, "OneDrive", account))
                : add(DriveType.BUSINESS, "OneDrive", account));
  }

  /** A new drive with its root. */
  Drive add(DriveType type, String name, String owner) {
    return add(new Drive(ids.drive(), type, name, owner));
  }

  private Drive add(Drive drive) {
    Item root =
        new Item(drive, ids.item(drive), ids.guid(), Item.Kind.FOLDER, "root", clock.instant());
    root.createdBy = drive.owner;
    root.modifiedBy = drive.owner;
    drive.root = root;
    drive.items.put(root.id, root);
    drives.put(Item.key(drive.id), drive);
    changed(root);
    return drive;
  }

  /** A new item in a folder that has none of this name. */
  Item add(Item parent, Item.Kind kind, String name, String account) {
    Item item = new Item(parent.drive, ids.item(parent.drive), ids.guid(), kind, name, now());
    item.createdBy = account;
    item.modifiedBy = account;
    item.drive.items.put(item.id, item);
    attach(item, parent);
    changed(item);
    return item;
  }

  private static void attach(Item item, Item parent) {
    item.parent = parent;
    parent.children.put(item.key(), item);
    grow(parent, item.size);
  }

  private static void detach(Item item) {
    Item parent = item.parent;
    if (parent != null) {
      parent.children.remove(item.key());
      grow(parent, -item.size);
    }
  }

  /** Adds to the size of a folder and of all that it is in. */
  private static void grow(Item from, long bytes) {
    for (Item at = from; at != null; at = at.parent) {
      at.size += bytes;
    }
  }

  /** Puts an item below a folder, perhaps its own, under a name that is not there. */
  void move(Item item, Item parent, String name) {
    detach(item);
    item.name = name;
    attach(item, parent);
  }

  /** Gives a file other bytes. */
  void write(Item item, Content content, String mimeType, String text) {
    grow(item, content.size() - item.size);
    item.content = content;
    item.mimeType = mimeType;
    item.text = text;
    item.contentVersion++;
  }

  /** Notes that an item is another than it was, for its eTag and for delta. */
  void touched(Item item, String account) {
    item.version++;
    item.modified = now();
    item.modifiedBy = account;
    changed(item);
  }

  private void changed(Item item) {
    if (item.change > 0) {
      item.drive.changes.remove(item.change);
    }
    item.change = ++changes;
    item.drive.changes.put(item.change, item);
  }

  /** Takes an item and all below it away, into the recycle bin or for good. */
  void remove(Item item, boolean forGood) {
    detach(item);
    for (Item lost : below(item)) {
      lost.deleted = true;
      lost.drive.items.remove(lost.id);
      lost.drive.appFolders.values().remove(lost);
      changed(lost);
    }
    if (!forGood) {
      item.drive.trash.add(item);
    }
  }

  /** An item and all below it, folders first. */
  List<Item> below(Item item) {
    List<Item> found = new ArrayList<>(List.of(item));
    for (int at = 0; at < found.size(); at++) {
      found.addAll(found.get(at).children.values());
    }
    return found;
  }

  /** An item and all that it is in, from the root down. */
  List<Item> path(Item item) {
    List<Item> path = new ArrayList<>();
    for (Item at = item; at != null; at = at.parent) {
      path.add(0, at);
    }
    return path;
  }

  /** A name beside which there is none in a folder, as the vendor makes it: {@code a 1.txt}. */
  static String free(Item parent, String name) {
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    String end = dot > 0 ? name.substring(dot) : "";
    String next = name;
    for (int count = 1; parent.children.containsKey(Item.key(next)); count++) {
      next = base + " " + count + end;
    }
    return next;
  }
}
