package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.storage.Bookmark.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;

/**
 * Lists folders, in the order that Graph has them in. What is no folder is refused in one way or
 * listed as if nothing were in it: that is looked into before it is believed.
 */
final class Lister {
  private final GraphClient client;
  private final Items items;
  private final Paging paging;

  Lister(GraphClient client, Items items, Trails trails) {
    this.client = client;
    this.items = items;
    this.paging = new Paging(client, trails);
  }

  Listing list(ListRequest request) {
    Spot folder = items.folder(request.folder());
    String list = Hashes.name(request.folder().value());
    Bookmark bookmark = Bookmark.of(request.cursor(), Kind.CHILDREN, list);
    if (bookmark != null) {
      return next(request, bookmark);
    }
    String link = Sheet.below(client, client.at(folder.part("children"), query(request)));
    Listing listing = first(request, Bookmark.start(Kind.CHILDREN, list, link));
    if (listing.entries().isEmpty() && listing.next() == null) {
      requireFolder(request.folder());
    }
    return listing;
  }

  private static String[] query(ListRequest request) {
    return new String[] {"$top", Integer.toString(request.limit()), "$select", Entries.FIELDS};
  }

  private Listing first(ListRequest request, Bookmark start) {
    try {
      return paging.page(start, request.limit());
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.INVALID_REQUEST || e.kind() == ErrorKind.NOT_FOUND) {
        requireFolder(request.folder());
      }
      throw Dangling.behind(request.folder(), e);
    }
  }

  private Listing next(ListRequest request, Bookmark bookmark) {
    try {
      return paging.page(bookmark, request.limit());
    } catch (CloudException e) {
      throw Dangling.behind(request.folder(), Bookmark.refused(e));
    }
  }

  private void requireFolder(EntryId id) {
    if (!id.equals(EntryId.ROOT) && !Entries.isFolder(items.content(id))) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
  }
}
