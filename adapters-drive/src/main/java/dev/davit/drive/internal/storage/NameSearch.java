package dev.davit.drive.internal.storage;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.FileList;
import dev.davit.drive.internal.storage.Bookmark.Kind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by their names and texts, in shared drives too. Where Google can't look through all
 * of those, only what the user has or has opened is searched, and that wholly.
 */
final class NameSearch implements Search {
  private final Pages pages;
  private final Root root;

  NameSearch(Pages pages, Root root) {
    this.pages = pages;
    this.root = root;
  }

  @Override
  public Listing find(String words, int limit, @Nullable Cursor cursor) {
    if (words.isBlank()) {
      return new Listing(List.of(), null);
    }
    Bookmark bookmark = Bookmark.of(cursor, Kind.FOUND, Kind.FOUND_NARROWLY);
    if (bookmark != null) {
      return next(bookmark, words, limit);
    }
    if (root.isMyDrive()) {
      FileList everywhere = page(Kind.FOUND, words, limit, null);
      if (!Pages.isIncomplete(everywhere)) {
        return listing(Kind.FOUND, everywhere);
      }
    }
    return listing(Kind.FOUND_NARROWLY, page(Kind.FOUND_NARROWLY, words, limit, null));
  }

  /** Started again, it is narrowed. */
  private Listing next(Bookmark bookmark, String words, int limit) {
    FileList page = page(bookmark.kind(), words, limit, bookmark.token());
    if (bookmark.kind() == Kind.FOUND && Pages.isIncomplete(page)) {
      throw Bookmark.invalid();
    }
    return listing(bookmark.kind(), page);
  }

  private FileList page(Kind kind, String words, int limit, @Nullable String token) {
    return pages.page(Query.matching(words), request -> in(kind, request), limit, token);
  }

  private static Drive.Files.List in(Kind kind, Drive.Files.List request) {
    return request.setCorpora(kind == Kind.FOUND ? "allDrives" : "user");
  }

  private static Listing listing(Kind kind, FileList page) {
    String next = page.getNextPageToken();
    return new Listing(Pages.entries(page), next == null ? null : Bookmark.at(kind, next).cursor());
  }
}
