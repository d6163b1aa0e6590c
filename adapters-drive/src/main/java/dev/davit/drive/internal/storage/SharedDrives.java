package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.DriveList;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shared drives of which the user is a member. */
final class SharedDrives {
  /** The most that Google answers at once. */
  private static final int MOST = 100;

  private final DriveClient client;

  SharedDrives(DriveClient client) {
    this.client = client;
  }

  /** Whether there is one. A user who may not ask has none. */
  boolean areThere() {
    try {
      DriveList page = page(1, null);
      return !drives(page).isEmpty() || page.getNextPageToken() != null;
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.PROVIDER_DENIED) {
        return false;
      }
      throw e;
    }
  }

  Listing list(ListRequest request) {
    Bookmark bookmark = Bookmark.of(request.cursor(), Bookmark.Kind.DRIVES);
    DriveList page =
        page(Math.min(MOST, request.limit()), bookmark == null ? null : bookmark.token());
    String next = page.getNextPageToken();
    return new Listing(
        drives(page).stream().map(Entries::of).toList(),
        next == null ? null : Bookmark.at(Bookmark.Kind.DRIVES, next).cursor());
  }

  private DriveList page(int limit, @Nullable String token) {
    String fields = "nextPageToken,drives(" + Entries.DRIVE_FIELDS + ")";
    try {
      return client.json(
          drive -> {
            var request = drive.drives().list().setPageSize(limit).setFields(fields);
            return token == null ? request : request.setPageToken(token);
          });
    } catch (CloudException e) {
      throw Bookmark.refused(e, token);
    }
  }

  private static List<com.google.api.services.drive.model.Drive> drives(DriveList page) {
    if (page.getDrives() == null) {
      throw Faults.protocol(new IOException("a list without drives"));
    }
    return page.getDrives();
  }
}
