package dev.davit.webdav.internal.storage;

import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.snapshot.Scope;
import dev.davit.webdav.internal.snapshot.Snapshots;
import dev.davit.webdav.internal.snapshot.Sorted;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists folders of any size. A page comes from a snapshot if there is one; else the server is asked
 * for the whole folder. The first page of a large folder does not wait for its end.
 */
final class Lister {
  private final DavClient client;
  private final Propfind propfind;
  private final Paths paths;
  private final Snapshots snapshots;

  Lister(DavClient client, Propfind propfind, Paths paths, Snapshots snapshots) {
    this.client = client;
    this.propfind = propfind;
    this.paths = paths;
    this.snapshots = snapshots;
  }

  Listing list(ListRequest request) {
    Bookmark at = Bookmark.of(request.cursor());
    DavPath folder = paths.checked(request.folder(), 'G');
    Scope scope = new Scope(client.fingerprint(), folder.encoded());
    return kept(request, at, folder, scope)
        .orElseGet(() -> anew(folder, scope, new Page(request.limit(), at), at));
  }

  private Optional<Listing> kept(ListRequest request, Bookmark at, DavPath folder, Scope scope) {
    return at.snapshot()
        .flatMap(
            id ->
                snapshots
                    .find(id, scope, client.settings().total())
                    .flatMap(rows -> read(id, rows, new Page(request.limit(), at), at, folder)));
  }

  private Optional<Listing> read(String id, Sorted rows, Page page, Bookmark at, DavPath folder) {
    try {
      rows.after(at.after(), page::offer);
      return Optional.of(page.listing(folder, id));
    } catch (IOException e) {
      snapshots.drop(id);
      return Optional.empty();
    }
  }

  private Listing anew(DavPath folder, Scope scope, Page page, Bookmark at) {
    Gathering gathering = new Gathering(propfind.children(folder), snapshots.sorter(), page);
    boolean handedOver = false;
    try {
      boolean goesOn = gathering.start();
      if (goesOn && at.isStart() && !page.isEmpty()) {
        Optional<String> id = snapshots.begin(scope, gathering::rest);
        handedOver = id.isPresent();
        if (handedOver) {
          return page.early(folder, id.orElseThrow());
        }
      }
      gathering.all();
      return page.listing(folder, goesOn && page.hasNext() ? keep(scope, gathering) : null);
    } finally {
      if (!handedOver) {
        gathering.close();
      }
    }
  }

  private @Nullable String keep(Scope scope, Gathering gathering) {
    return gathering.sorted().map(rows -> snapshots.keep(scope, rows)).orElse(null);
  }
}
