package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Listing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns pages of Graph's into pages of ours. Graph may send an entry again, on the same page, on
 * the next, or after many where it was renamed meanwhile: what was told before is left out, as far
 * as the cursor or this node remembers it. It may send more than was asked for: then the rest of
 * the page is the next one.
 */
final class Paging {
  private final GraphClient client;
  private final Trails trails;

  Paging(GraphClient client, Trails trails) {
    this.client = client;
    this.trails = trails;
  }

  Listing page(Bookmark at, int limit) {
    Trail before = trails.before(at.cursor());
    Sheet page = Sheet.at(client, at.link());
    List<Json> items = page.items();
    int from = Math.min(at.told(), items.size());
    int to = Math.min(from + limit, items.size());
    List<Entry> fresh = fresh(items.subList(from, to), at.seen(), before);
    Bookmark next = next(at, to < items.size() ? to : 0, page.next());
    return new Listing(fresh, next == null ? null : kept(next.cursor(), before, fresh));
  }

  private Cursor kept(Cursor next, Trail before, List<Entry> fresh) {
    trails.keep(next, before.and(fresh.stream().mapToLong(Paging::hash).toArray()));
    return next;
  }

  private static long hash(Entry entry) {
    return Hashes.number(entry.id().value());
  }

  private static List<Entry> fresh(List<Json> items, Seen seen, Trail before) {
    List<Entry> fresh = new ArrayList<>(items.size());
    for (Json item : items) {
      if (item.object("deleted") == null) {
        Entry entry = Entries.of(item);
        if (!before.has(hash(entry)) && seen.add(entry.id())) {
          fresh.add(entry);
        }
      }
    }
    return fresh;
  }

  private static @Nullable Bookmark next(Bookmark at, int told, @Nullable String link) {
    if (told > 0) {
      return new Bookmark(at.kind(), at.list(), told, at.seen(), at.link());
    }
    if (link != null && !at.kind().is(link)) {
      throw Faults.protocol(new IOException("a list that goes on as another"));
    }
    return link == null ? null : new Bookmark(at.kind(), at.list(), 0, at.seen(), link);
  }
}
