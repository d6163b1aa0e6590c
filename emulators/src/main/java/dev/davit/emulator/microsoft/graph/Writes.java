package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.util.Optional;

/** Puts folders and bytes where they belong. Under the store's lock. */
final class Writes {
  /**
   * What came of it.
   *
   * @param made whether it is new
   */
  record Written(Item item, boolean made) {}

  private final Store store;
  private final Rewriting rewriting;

  Writes(Store store, Rewriting rewriting) {
    this.store = store;
    this.rewriting = rewriting;
  }

  /** A folder at a place (driveitem-post-children). */
  Written folder(Place place, Conflict conflict, Who who) {
    Optional<Item> there = place.there();
    if (there.isPresent() && conflict == Conflict.REPLACE && there.get().is(Item.Kind.FOLDER)) {
      return new Written(there.get(), false);
    }
    String name = free(place, conflict, false);
    return new Written(store.add(place.parent(), Item.Kind.FOLDER, name, who.account()), true);
  }

  /**
   * The bytes of a file at a place (driveitem-put-content, driveitem-createuploadsession).
   *
   * @throws Refused 409, 423, 507
   */
  Written file(Place place, Arrived arrived, Conflict conflict, Who who) {
    Optional<Item> there = place.there();
    if (there.isPresent() && conflict == Conflict.REPLACE) {
      return new Written(content(there.get(), arrived, who), false);
    }
    String name = free(place, conflict, false);
    room(place.parent().drive, arrived.content().size());
    Item item = store.add(place.parent(), Item.Kind.FILE, name, who.account());
    put(item, arrived);
    item.contentVersion = 1;
    return new Written(item, true);
  }

  /** Other bytes for a file that is there; in the place of a folder it is a conflict. */
  Item content(Item item, Arrived arrived, Who who) {
    if (!item.is(Item.Kind.FILE)) {
      throw Refusals.exists();
    }
    unlocked(item);
    Content content = arrived.content();
    room(item.drive, content.size() - item.size);
    store.write(item, content, arrived.type(item.name), arrived.text());
    item.clientModified = store.now();
    store.touched(item, who.account());
    return item;
  }

  private void put(Item item, Arrived arrived) {
    Arrived kept = rewriting.altered(item.name, arrived);
    store.write(item, kept.content(), kept.type(item.name), kept.text());
    rewriting.written(item);
  }

  /**
   * A name at a place where there may be something already.
   *
   * @param replacing whether what is there may go, in {@link Conflict#REPLACE}
   */
  String free(Place place, Conflict conflict, boolean replacing) {
    Optional<Item> there = place.there();
    if (there.isEmpty()) {
      return place.name();
    }
    if (conflict == Conflict.RENAME) {
      return Store.free(place.parent(), place.name());
    }
    if (conflict == Conflict.REPLACE && replacing) {
      unlocked(there.get());
      store.remove(there.get(), false);
      return place.name();
    }
    throw Refusals.exists();
  }

  /** Lets through what still fits (resources/quota; 507 in learn.microsoft.com/graph/errors). */
  static void room(Drive drive, long bytes) {
    if (!drive.fits(bytes)) {
      throw Refusals.full();
    }
  }

  /** Lets through what nobody holds (423 in learn.microsoft.com/graph/errors). */
  static void unlocked(Item item) {
    if (!item.lock.isEmpty()) {
      throw Refusals.locked(item.lock);
    }
  }
}
