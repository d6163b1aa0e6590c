package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.davit.drive.DriveScope;
import dev.davit.drive.DriveSettings;
import dev.davit.drive.internal.http.DriveClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The top of a storage: the user's My Drive, or a folder of the application's own. That is known by
 * a mark that only this application sees, whatever the user calls it and wherever it is put; made
 * where there is none. Should two be made in the same moment, all nodes agree on the elder one.
 */
final class Root {
  private static final String KEY = "davit";
  private static final String VALUE = "root";
  private static final String FIELDS = "nextPageToken,files(id,createdTime)";

  private final DriveClient client;
  private final DriveSettings settings;
  private volatile @Nullable Folder own;

  Root(DriveClient client, DriveSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Whether it is the user's My Drive, beside which there may be shared drives. */
  boolean isMyDrive() {
    return settings.scope() != DriveScope.APP_FOLDER;
  }

  Folder folder() {
    if (isMyDrive()) {
      return Folder.MY_DRIVE;
    }
    Folder known = own;
    if (known == null) {
      known = new Folder(foundOrMade(), null);
      own = known;
    }
    return known;
  }

  private String foundOrMade() {
    String found = eldest();
    if (found != null) {
      return found;
    }
    String made = make();
    String now = eldest();
    return now == null ? made : now;
  }

  private @Nullable String eldest() {
    FileList list =
        client.json(
            drive ->
                drive
                    .files()
                    .list()
                    .setQ(Query.marked(KEY, VALUE))
                    .setOrderBy("createdTime")
                    .setPageSize(1)
                    .setFields(FIELDS));
    List<File> files = list.getFiles();
    return files == null || files.isEmpty() ? null : Entries.required(files.get(0).getId());
  }

  private String make() {
    File folder =
        new File()
            .setName(settings.appFolder())
            .setMimeType(Native.FOLDER)
            .setAppProperties(Map.of(KEY, VALUE));
    File made = client.json(drive -> drive.files().create(folder).setFields("id"));
    return Entries.required(made.getId());
  }
}
