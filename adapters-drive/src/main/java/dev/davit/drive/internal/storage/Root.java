package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.DriveScope;
import dev.davit.drive.DriveSettings;
import dev.davit.drive.internal.http.DriveClient;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The top of a storage: the user's My Drive, or a folder of the application's own. That is known by
 * a mark that only this application sees, whatever the user calls it and wherever it is put; made
 * where there is none. Should two be made in the same moment, all nodes agree on the elder one.
 */
final class Root {
  private static final String KEY = "davit";
  private static final String VALUE = "root";

  private final DriveClient client;
  private final DriveSettings settings;
  private final Pages pages;
  private volatile @Nullable Folder own;

  Root(DriveClient client, DriveSettings settings) {
    this.client = client;
    this.settings = settings;
    this.pages = new Pages(client);
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
      known = foundOrMade();
      own = known;
    }
    return known;
  }

  private Folder foundOrMade() {
    return eldest()
        .orElseGet(
            () -> {
              Folder made = make();
              return eldest().orElse(made);
            });
  }

  private Optional<Folder> eldest() {
    return pages
        .marked(KEY, VALUE, "id,driveId")
        .map(file -> new Folder(Entries.required(file.getId()), file.getDriveId()));
  }

  private Folder make() {
    File folder =
        new File()
            .setName(settings.appFolder())
            .setMimeType(Native.FOLDER)
            .setAppProperties(Map.of(KEY, VALUE));
    File made = client.json(drive -> drive.files().create(folder).setFields("id"));
    return new Folder(Entries.required(made.getId()), null);
  }
}
