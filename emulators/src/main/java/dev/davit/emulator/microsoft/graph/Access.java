package dev.davit.emulator.microsoft.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a call is about, for those who may see it (permissions-reference, "Files"). Under the
 * store's lock.
 */
final class Access {
  private final Store store;

  Access(Store store) {
    this.store = store;
  }

  /**
   * The drive of a call.
   *
   * @throws Refused 404 where there is none that the caller knows of
   */
  Drive drive(Call call) {
    Who who = call.who();
    String id = call.address().drive();
    if (id.isEmpty()) {
      return store.own(who.account(), who.personal());
    }
    return store.drive(id).orElseThrow(Refusals::notFound);
  }

  /** Lets through who may look at the drive as a whole. */
  void seesDrive(Drive drive, Who who) {
    boolean shared = isMine(drive, who) ? who.hasOneOf(Scopes.READ) : who.hasOneOf(Scopes.READ_ALL);
    if (!shared) {
      throw Refusals.denied();
    }
    if (!isMine(drive, who) && drive.items.values().stream().noneMatch(it -> isShared(it, who))) {
      throw Refusals.notFound();
    }
  }

  /** The item of a call, to look at. */
  Item item(Call call) {
    Item item = find(call).orElseThrow(Refusals::notFound);
    look(item, call.who());
    return item;
  }

  /** The item of a call, to change it. */
  Item writable(Call call) {
    Item item = item(call);
    write(item, call.who());
    return item;
  }

  /** What the address of a call leads to, whoever may see it. */
  private Optional<Item> find(Call call) {
    Optional<Item> item = anchor(call);
    for (String name : call.address().names()) {
      item = item.map(it -> it.children.get(Item.key(name)));
    }
    return item;
  }

  /** The item by id that a call's path begins at. */
  Optional<Item> anchor(Call call) {
    Drive drive = drive(call);
    String id = call.address().id();
    if (id.equals(Address.ROOT)) {
      return Optional.of(drive.top());
    }
    if (id.startsWith(Address.SPECIAL)) {
      return special(drive, call.who(), id.substring(Address.SPECIAL.length()));
    }
    return Optional.ofNullable(drive.items.get(id));
  }

  /** The application's folder, made at its first use by who may write (drive-get-specialfolder). */
  private Optional<Item> special(Drive drive, Who who, String name) {
    if (!name.equals("approot") || !isMine(drive, who)) {
      return Optional.empty();
    }
    Item folder = drive.appFolders.get(who.client());
    if (folder == null) {
      if (!who.hasOneOf(Scopes.WRITE) && !who.hasOneOf(Set.of(Scopes.APP_FOLDER))) {
        throw Refusals.denied();
      }
      folder = child(child(drive.top(), "Apps", who), who.client(), who);
      folder.special = name;
      drive.appFolders.put(who.client(), folder);
    }
    return Optional.of(folder);
  }

  private Item child(Item parent, String name, Who who) {
    Item there = parent.children.get(Item.key(name));
    return there == null ? store.add(parent, Item.Kind.FOLDER, name, who.account()) : there;
  }

  /** Lets through who may look at an item. */
  void look(Item item, Who who) {
    check(item, who, Scopes.READ, Scopes.READ_ALL);
  }

  /** Lets through who may change an item. */
  void write(Item item, Who who) {
    check(item, who, Scopes.WRITE, Scopes.WRITE_ALL);
    boolean readOnly = !isMine(item.drive, who) && !mayWrite(item, who);
    if (readOnly) {
      throw Refusals.denied();
    }
  }

  private static void check(Item item, Who who, Set<String> own, Set<String> all) {
    if (isMine(item.drive, who)) {
      if (!who.hasOneOf(own) && !isInAppFolder(item, who)) {
        throw Refusals.denied();
      }
    } else if (!isBelowShared(item, who)) {
      throw Refusals.notFound();
    } else if (!who.hasOneOf(all)) {
      throw Refusals.denied();
    }
  }

  private static boolean isInAppFolder(Item item, Who who) {
    Item folder = item.drive.appFolders.get(who.client());
    return who.scopes().contains(Scopes.APP_FOLDER) && folder != null && item.isWithin(folder);
  }

  static boolean isMine(Drive drive, Who who) {
    return drive.owner.equals(who.account());
  }

  /** Whether somebody was given this very item. */
  static boolean isShared(Item item, Who who) {
    return item.shares.containsKey(who.account());
  }

  private static boolean isBelowShared(Item item, Who who) {
    boolean shared = false;
    for (Item at = item; at != null; at = at.parent) {
      shared |= isShared(at, who);
    }
    return shared;
  }

  private static boolean mayWrite(Item item, Who who) {
    boolean may = false;
    for (Item at = item; at != null; at = at.parent) {
      may |= Objects.equals(at.shares.get(who.account()), true);
    }
    return may;
  }
}
