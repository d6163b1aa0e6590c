package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.storage.Bookmark.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the user's own drive, at any depth. What others share is in a drive of theirs, of
 * whose changes nothing is told. Of what is gone Graph may say little more than its id, so that a
 * shortcut is then named without what it led to.
 */
final class ChangeFeed implements Changes {
  /** A point in time is one answer away; more pages than these lead nowhere. */
  private static final int MOST_PAGES = 100;

  private final GraphClient client;
  private final Items items;

  ChangeFeed(GraphClient client, Items items) {
    this.client = client;
    this.items = items;
  }

  @Override
  public Cursor now() {
    EntryId root = Entries.id(items.at(items.root())).entryId();
    String[] query = {"token", "latest", "$select", Entries.FIELDS};
    String link = Sheet.below(client, client.at(items.root().part("delta"), query));
    Sheet page = Sheet.at(client, link);
    for (int i = 0; page.next() != null && i < MOST_PAGES; i++) {
      page = Sheet.at(client, page.next());
    }
    return cursor(root, page.delta());
  }

  @Override
  public Changes.Page since(Cursor since) {
    Bookmark at = Bookmark.of(since, Kind.CHANGES);
    EntryId root = new EntryId(at.list());
    ItemId top = top(root);
    Sheet page = page(at);
    List<Change> changes = new ArrayList<>();
    for (Json item : page.items()) {
      Change change = told(item, top.drive());
      if (!isTop(item, change.id(), root)) {
        changes.add(change);
      }
    }
    String more = page.next();
    String next = more == null ? page.delta() : more;
    return new Changes.Page(changes, cursor(root, next), more != null);
  }

  private static boolean isTop(Json item, EntryId id, EntryId root) {
    return item.object("root") != null || id.equals(root);
  }

  /** Read from a cursor, where nothing else can be. */
  private static ItemId top(EntryId root) {
    try {
      return ItemId.of(root);
    } catch (CloudException e) {
      throw Bookmark.invalid();
    }
  }

  private Sheet page(Bookmark at) {
    try {
      return Sheet.at(client, at.link());
    } catch (CloudException e) {
      throw e.kind() == ErrorKind.NOT_FOUND ? Bookmark.invalid() : Bookmark.refused(e);
    }
  }

  /** What is gone is perhaps named without its drive. */
  private static Change told(Json item, String drive) {
    return item.object("deleted") == null
        ? new Change(Entries.id(item).entryId(), Entries.of(item))
        : new Change(Entries.idIn(item, drive).entryId(), null);
  }

  private static Cursor cursor(EntryId root, @Nullable String link) {
    if (link == null || !Kind.CHANGES.is(link)) {
      throw Faults.protocol(new IOException("changes that can't be gone on with"));
    }
    return Bookmark.start(Kind.CHANGES, root.value(), link).cursor();
  }
}
