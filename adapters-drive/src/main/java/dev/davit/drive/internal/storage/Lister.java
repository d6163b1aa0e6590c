package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.FileList;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists folders. Google answers nothing, rather than an error, for what is no folder, was deleted,
 * or is a shortcut: an empty answer is looked into before it is believed.
 */
final class Lister {
  private final Pages pages;
  private final Folders folders;
  private final Root root;
  private final SharedDrives drives;

  Lister(Pages pages, Folders folders, Root root, SharedDrives drives) {
    this.pages = pages;
    this.folders = folders;
    this.root = root;
    this.drives = drives;
  }

  Listing list(ListRequest request) {
    if (request.folder().equals(DriveId.SHARED_DRIVES)) {
      return drives.list(request);
    }
    Cursor cursor = request.cursor();
    return cursor == null ? first(request) : next(request, Bookmark.of(cursor));
  }

  private Listing first(ListRequest request) {
    Folder folder = folders.assumed(request.folder());
    if (!request.folder().equals(EntryId.ROOT)) {
      Listing listing = page(folder, request.limit(), null, List.of());
      return isNothing(listing) ? lookedInto(request, folder) : listing;
    }
    List<Entry> above =
        root.isMyDrive() && drives.areThere() ? List.of(Entries.sharedDrives()) : List.of();
    return above.size() == request.limit()
        ? new Listing(above, Bookmark.in(folder, null).cursor())
        : page(folder, request.limit() - above.size(), null, above);
  }

  private static boolean isNothing(Listing listing) {
    return listing.entries().isEmpty() && listing.next() == null;
  }

  private Listing lookedInto(ListRequest request, Folder assumed) {
    Folder real = folders.existing(request.folder());
    return real.equals(assumed)
        ? new Listing(List.of(), null)
        : page(real, request.limit(), null, List.of());
  }

  private Listing next(ListRequest request, Bookmark bookmark) {
    Folder folder = bookmark.folder();
    if (folder == null || !leadsTo(request.folder(), folder)) {
      throw Bookmark.invalid();
    }
    return page(folder, request.limit(), bookmark.token(), List.of());
  }

  /** A shortcut leads to another folder than its own. */
  private boolean leadsTo(EntryId id, Folder folder) {
    return folders.assumed(id).equals(folder) || folders.existing(id).equals(folder);
  }

  private Listing page(Folder folder, int limit, @Nullable String token, List<Entry> above) {
    FileList page = pages.children(folder, limit, token);
    if (Pages.isIncomplete(page)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE,
          "Google could not look through the whole folder. Try again later.");
    }
    List<Entry> entries = new ArrayList<>(above);
    entries.addAll(Pages.entries(page));
    String more = page.getNextPageToken();
    return new Listing(entries, more == null ? null : Bookmark.in(folder, more).cursor());
  }
}
