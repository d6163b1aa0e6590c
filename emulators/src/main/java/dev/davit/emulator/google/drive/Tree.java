package dev.davit.emulator.google.drive;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All files of all accounts and shared drives. Everything here is called under its lock. */
final class Tree {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Set<Item>> children = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();
  private final Map<String, SharedDrive> drives = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final ChangeLog changes = new ChangeLog();
  private final InstantSource clock;
  private final Ids ids;

  Tree(InstantSource clock, Ids ids) {
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

  Ids ids() {
    return ids;
  }

  ChangeLog changes() {
    return changes;
  }

  /** What has this id. */
  Optional<Item> get(@Nullable String id) {
    return Optional.ofNullable(items.get(id));
  }

  Collection<Item> all() {
    return items.values();
  }

  /** Whether a file has this id, or had it. */
  boolean isUsed(String id) {
    return items.containsKey(id) || gone.contains(id);
  }

  /** The top folder of an account, made when it is first asked for. */
  Item root(String account) {
    String id = roots.get(account);
    return id == null ? newRoot(account) : get(id).orElseThrow();
  }

  private Item newRoot(String account) {
    Item root = new Item(ids.file(), "My Drive", Types.FOLDER, now());
    root.owner = account;
    root.creator = account;
    items.put(root.id, root);
    roots.put(account, root.id);
    return root;
  }

  boolean isRoot(Item item) {
    return item.parent == null && (drives.containsKey(item.id) || roots.containsValue(item.id));
  }

  /** A new shared drive with its top folder. */
  SharedDrive addDrive(String name, Map<String, Role> members) {
    SharedDrive drive = new SharedDrive(ids.drive(), name, now(), members);
    Item top = new Item(drive.id(), name, Types.FOLDER, now());
    top.driveId = drive.id();
    items.put(top.id, top);
    drives.put(drive.id(), drive);
    changes.drive(drive);
    return drive;
  }

  Optional<SharedDrive> drive(String id) {
    return Optional.ofNullable(drives.get(id));
  }

  Collection<SharedDrive> drives() {
    return drives.values();
  }

  /** Puts a new item below a folder, whose owner or drive it gets. */
  void add(Item item, Item parent) {
    item.parent = parent.id;
    item.driveId = parent.driveId;
    items.put(item.id, item);
    children.computeIfAbsent(parent.id, id -> new LinkedHashSet<>()).add(item);
    changes.file(item, seers(item), now());
  }

  /** Puts an item below another folder. */
  void move(Item item, Item parent) {
    detach(item);
    item.parent = parent.id;
    children.computeIfAbsent(parent.id, id -> new LinkedHashSet<>()).add(item);
    below(item).forEach(moved -> moved.driveId = parent.driveId);
  }

  private void detach(Item item) {
    Set<Item> siblings = children.get(String.valueOf(item.parent));
    if (siblings != null) {
      siblings.remove(item);
    }
  }

  /** Notes that an item is another than it was. */
  void touched(Item item) {
    item.version++;
    changes.file(item, seers(item), now());
  }

  /** Removes an item and all below it, for good. */
  void remove(Item item) {
    List<Item> lost = below(item);
    lost.forEach(each -> changes.file(each, seers(each), now()));
    detach(item);
    for (Item each : lost) {
      items.remove(each.id);
      children.remove(each.id);
      gone.add(each.id);
    }
  }

  Set<Item> children(String id) {
    return children.getOrDefault(id, Set.of());
  }

  /** An item and all below it. */
  List<Item> below(Item item) {
    List<Item> found = new ArrayList<>(List.of(item));
    for (int at = 0; at < found.size(); at++) {
      found.addAll(children(found.get(at).id));
    }
    return found;
  }

  /** An item and all that it is in, up to the top. */
  List<Item> path(Item item) {
    List<Item> path = new ArrayList<>();
    for (Optional<Item> next = Optional.of(item); next.isPresent(); next = get(next.get().parent)) {
      path.add(next.get());
    }
    return path;
  }

  /** Whether an item or a folder that it is in is in the trash. */
  boolean isTrashed(Item item) {
    return path(item).stream().anyMatch(each -> each.trashed);
  }

  /** Who may see an item, by mail address. */
  Set<String> seers(Item item) {
    Set<String> seers = new LinkedHashSet<>();
    for (Item each : path(item)) {
      seers.add(each.owner);
      seers.addAll(each.shares.keySet());
    }
    drive(item.driveId).ifPresent(drive -> seers.addAll(drive.members().keySet()));
    seers.remove("");
    return seers;
  }

  /** How many bytes the files of an account have, those in the trash included. */
  long used(String account) {
    return all().stream().filter(item -> item.owner.equals(account)).mapToLong(Item::size).sum();
  }
}
