package dev.davit.app;

import dev.davit.drive.DriveScope;
import dev.davit.drive.DriveSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided of Google Drive.
 *
 * @param client at Google
 * @param scope what users are asked to allow
 * @param permanent whether what is deleted is gone at once; else it is in the user's bin
 */
record GoogleSettings(OAuthClientSettings client, DriveScope scope, boolean permanent) {

  /** What the settings say; null if there is no client. Faults are noted in the reader. */
  static @Nullable GoogleSettings read(SettingsReader reader) {
    Optional<OAuthClientSettings> client = OAuthClientSettings.read(reader, OAuthVendor.GOOGLE);
    DriveScope scope =
        reader
            .word(
                "DAVIT_GOOGLE_SCOPE",
                new Choices<DriveScope>()
                    .or("full", DriveScope.FULL)
                    .or("read-only", DriveScope.READ_ONLY)
                    .or("app-folder", DriveScope.APP_FOLDER))
            .orElse(DriveScope.FULL);
    boolean permanent =
        reader
            .word(
                "DAVIT_GOOGLE_DELETE",
                new Choices<Boolean>().or("trash", false).or("permanent", true))
            .orElse(false);
    return client.map(there -> new GoogleSettings(there, scope, permanent)).orElse(null);
  }

  /** These as the adapter takes them. */
  DriveSettings toDrive() {
    DriveSettings drive = DriveSettings.of(client.id(), client.secret()).withScope(scope);
    DriveSettings deleting = permanent ? drive.withPermanentDeletion() : drive;
    return client.devUrl() == null ? deleting : deleting.withDevelopment(client.devUrl());
  }
}
