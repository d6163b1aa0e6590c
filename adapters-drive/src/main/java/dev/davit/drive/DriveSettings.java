package dev.davit.drive;

import dev.davit.ports.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The application's client at Google, and how the adapter behaves. Start from {@link #of}.
 *
 * @param clientId of the OAuth client (type "Web application") in the Google Cloud console
 * @param clientSecret of that client
 * @param scope how much of a user's Drive is asked for
 * @param trash whether what is deleted goes to the bin, from which Google removes it after 30 days;
 *     otherwise it is gone at once
 * @param appFolder the name of the folder that is made under {@link DriveScope#APP_FOLDER}; users
 *     may rename it
 * @param development one address, such as {@code http://127.0.0.1:8080}, that stands for all of
 *     Google's hosts; for development only. Null for Google itself
 * @param patience how long it waits
 */
public record DriveSettings(
    String clientId,
    Secret clientSecret,
    DriveScope scope,
    boolean trash,
    String appFolder,
    @Nullable URI development,
    DrivePatience patience) {
  public DriveSettings {
    if (clientId.isBlank() || clientSecret.reveal().isBlank()) {
      throw new IllegalArgumentException("a client at Google has an id and a secret");
    }
    if (appFolder.isBlank()) {
      throw new IllegalArgumentException("the application's folder has a name");
    }
  }

  /** A client that asks for everything, and deletes into the bin. */
  public static DriveSettings of(String clientId, Secret clientSecret) {
    return new DriveSettings(
        clientId, clientSecret, DriveScope.FULL, true, "Davit", null, DrivePatience.usual());
  }

  /** These, asking for another scope. */
  public DriveSettings withScope(DriveScope asked) {
    return new DriveSettings(
        clientId, clientSecret, asked, trash, appFolder, development, patience);
  }

  /** These, deleting for good. */
  public DriveSettings withPermanentDeletion() {
    return new DriveSettings(
        clientId, clientSecret, scope, false, appFolder, development, patience);
  }

  /** These, with another name for the application's folder. */
  public DriveSettings withAppFolder(String name) {
    return new DriveSettings(clientId, clientSecret, scope, trash, name, development, patience);
  }

  /** These, with one address for all of Google's hosts. */
  public DriveSettings withDevelopment(URI base) {
    return new DriveSettings(clientId, clientSecret, scope, trash, appFolder, base, patience);
  }

  /** These, waiting otherwise. */
  public DriveSettings withPatience(DrivePatience waiting) {
    return new DriveSettings(clientId, clientSecret, scope, trash, appFolder, development, waiting);
  }
}
