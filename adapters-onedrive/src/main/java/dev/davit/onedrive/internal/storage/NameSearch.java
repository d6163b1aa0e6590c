package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.storage.Bookmark.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by their names and contents, in what others share with the user, too. Graph may
 * take a while to know of what is new.
 */
final class NameSearch implements Search {
  private final GraphClient client;
  private final Items items;
  private final Paging paging;

  NameSearch(GraphClient client, Items items, Trails trails) {
    this.client = client;
    this.items = items;
    this.paging = new Paging(client, trails);
  }

  @Override
  public Listing find(String words, int limit, @Nullable Cursor cursor) {
    String plain = Words.plain(words);
    if (plain.isEmpty()) {
      return new Listing(List.of(), null);
    }
    String list = Hashes.name(plain);
    Bookmark bookmark = Bookmark.of(cursor, Kind.FOUND, list);
    return bookmark == null
        ? paging.page(Bookmark.start(Kind.FOUND, list, link(plain, limit)), limit)
        : next(bookmark, limit);
  }

  private Listing next(Bookmark bookmark, int limit) {
    try {
      return paging.page(bookmark, limit);
    } catch (CloudException e) {
      throw Bookmark.refused(e);
    }
  }

  private String link(String words, int limit) {
    String top = Integer.toString(limit);
    return Sheet.below(
        client,
        client.at(
            items.searched().part(Words.search(words)), "$top", top, "$select", Entries.FIELDS));
  }
}
