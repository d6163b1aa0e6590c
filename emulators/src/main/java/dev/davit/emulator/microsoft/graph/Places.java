package dev.davit.emulator.microsoft.graph;

import java.util.List;

/** Finds where a call writes to. Under the store's lock. */
final class Places {
  private final Store store;
  private final Access access;

  Places(Store store, Access access) {
    this.store = store;
    this.access = access;
  }

  /**
   * The place that a path names; folders that are missing on the way to it are made
   * (driveitem-put-content with {@code root:/FolderA/FileB.txt}).
   *
   * @throws Refused 404 where the item is not there that the path begins at, 400 for names that
   *     can't be, 409 where a file is in the way, 403 who may not write there
   */
  Place of(Call call) {
    List<String> names = call.address().names();
    if (names.isEmpty()) {
      throw Refusals.invalid("The name of the item to create is missing.");
    }
    Item at = access.anchor(call).orElseThrow(Refusals::notFound);
    access.write(at, call.who());
    for (String name : names.subList(0, names.size() - 1)) {
      at = folder(at, name, call.who());
    }
    String name = names.get(names.size() - 1);
    holds(at);
    Names.check(name, at);
    return new Place(at, name);
  }

  private Item folder(Item parent, String name, Who who) {
    holds(parent);
    Item there = parent.children.get(Item.key(name));
    if (there != null) {
      return there;
    }
    Names.check(name, parent);
    return store.add(parent, Item.Kind.FOLDER, name, who.account());
  }

  /** Lets through what there can be something in. */
  static void holds(Item parent) {
    if (parent.is(Item.Kind.SHORTCUT)) {
      throw Refusals.notFound();
    }
    if (!parent.holds()) {
      throw Refusals.invalid("The parent is not a folder.");
    }
  }
}
