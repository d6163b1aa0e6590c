package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.OneDriveScope;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;

/** Looks items up. What is in the bin is not there. */
final class Items {
  private final GraphClient client;
  private final Spot root;

  Items(GraphClient client, OneDriveSettings settings) {
    this.client = client;
    this.root = settings.scope() == OneDriveScope.APP_FOLDER ? Spot.APP_FOLDER : Spot.MY_DRIVE;
  }

  /** The top of the storage. */
  Spot root() {
    return root;
  }

  /** What is searched: all that the user can see, or the folder of the application's own. */
  Spot searched() {
    return root.equals(Spot.MY_DRIVE) ? Spot.DRIVE : root;
  }

  /**
   * Where the folder is that an id seems to be: what a shortcut leads to. Asks Graph nothing.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is no id of ours
   */
  Spot folder(EntryId id) {
    return id.equals(EntryId.ROOT) ? root : ItemId.of(id).content().spot();
  }

  /** What is known of an entry. */
  Entry stat(EntryId id) {
    return id.equals(EntryId.ROOT)
        ? Entries.of(at(root), EntryId.ROOT)
        : Entries.of(get(ItemId.of(id)));
  }

  /**
   * A file, folder or shortcut; never what a shortcut leads to.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} also if by now it leads elsewhere
   */
  Json get(ItemId id) {
    Json item = at(id.spot());
    if (!Entries.id(item).equals(id)) {
      throw Faults.notFound();
    }
    return item;
  }

  /**
   * What is at a place.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if nothing is
   */
  Json at(Spot spot) {
    Json item = client.json(Call.of("GET", client.at(spot.path(), "$select", Entries.FIELDS)));
    if (item.object("deleted") != null) {
      throw Faults.notFound();
    }
    return item;
  }

  /**
   * The item that has the bytes or the children: what a shortcut leads to, else the item itself.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it, or what it leads to, is gone or no
   *     longer shared with this user
   */
  Json content(EntryId id) {
    if (id.equals(EntryId.ROOT)) {
      return at(root);
    }
    ItemId read = ItemId.of(id);
    Json item = target(id, read.content());
    if (Entries.isShortcut(item)) {
      throw Dangling.gone(null);
    }
    return item;
  }

  private Json target(EntryId id, ItemId content) {
    try {
      return get(content);
    } catch (CloudException e) {
      throw Dangling.behind(id, e);
    }
  }
}
