package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.StartPageToken;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.storage.Bookmark.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a user, in shared drives too. What went into the bin is gone. Of what is gone
 * for good Google says only the file's id, so that an entry of a shared drive is then named without
 * its drive.
 */
final class ChangeFeed implements Changes {
  private static final int PAGE = 1000;
  private static final String FIELDS =
      "nextPageToken,newStartPageToken,changes(changeType,removed,fileId,driveId,drive("
          + Entries.DRIVE_FIELDS
          + "),file("
          + Entries.FIELDS
          + "))";

  private final DriveClient client;

  ChangeFeed(DriveClient client) {
    this.client = client;
  }

  @Override
  public Cursor now() {
    StartPageToken start =
        client.json(
            drive ->
                drive
                    .changes()
                    .getStartPageToken()
                    .setSupportsAllDrives(true)
                    .setFields("startPageToken"));
    return cursor(start.getStartPageToken());
  }

  @Override
  public Page since(Cursor since) {
    ChangeList list = list(token(since));
    if (list.getChanges() == null) {
      throw Faults.protocol(new IOException("a list without changes"));
    }
    String more = list.getNextPageToken();
    return new Page(
        list.getChanges().stream().map(Told::of).toList(),
        cursor(more == null ? list.getNewStartPageToken() : more),
        more != null);
  }

  private static String token(Cursor since) {
    Bookmark bookmark = Bookmark.of(since);
    String token = bookmark.token();
    if (bookmark.kind() != Kind.CHANGES || token == null) {
      throw Bookmark.invalid();
    }
    return token;
  }

  private ChangeList list(String token) {
    try {
      return client.json(
          drive ->
              drive
                  .changes()
                  .list(token)
                  .setPageSize(PAGE)
                  .setIncludeRemoved(true)
                  .setSupportsAllDrives(true)
                  .setIncludeItemsFromAllDrives(true)
                  .setFields(FIELDS));
    } catch (CloudException e) {
      throw e.kind() == ErrorKind.NOT_FOUND ? Bookmark.invalid() : Bookmark.refused(e, token);
    }
  }

  private static Cursor cursor(@Nullable String token) {
    return Bookmark.at(Kind.CHANGES, Entries.required(token)).cursor();
  }
}
