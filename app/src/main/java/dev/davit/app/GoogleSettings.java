package dev.davit.app;

import dev.davit.drive.DriveScope;
import dev.davit.drive.DriveSettings;
import dev.davit.ports.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator's client at Google.
 *
 * @param clientId as Google's console shows it
 * @param clientSecret as Google's console shows it
 * @param scope what users are asked to allow
 * @param permanent whether what is deleted is gone at once; else it is in the user's bin
 * @param devUrl for development: where to ask instead of at Google; null for Google
 */
record GoogleSettings(
    String clientId,
    Secret clientSecret,
    DriveScope scope,
    boolean permanent,
    @Nullable URI devUrl) {
  private static final Pattern WORD = Pattern.compile("[!-~]{1,512}");

  /** What the settings say; null if there is no client. Faults are noted in the reader. */
  static @Nullable GoogleSettings read(SettingsReader reader) {
    Optional<String> id =
        reader.parsed(
            "DAVIT_GOOGLE_CLIENT_ID",
            "a client id as Google's console shows it",
            text -> WORD.matcher(text).matches() ? text : null);
    Optional<Secret> secret = reader.secret("DAVIT_GOOGLE_CLIENT_SECRET").map(Secret::new);
    checkPair(reader, secret);
    DriveScope scope = scope(reader);
    boolean permanent = permanent(reader);
    URI devUrl = devUrl(reader);
    return id.isPresent() && secret.isPresent()
        ? new GoogleSettings(id.get(), secret.get(), scope, permanent, devUrl)
        : null;
  }

  /** These as the adapter takes them. */
  DriveSettings toDrive() {
    DriveSettings drive = DriveSettings.of(clientId, clientSecret).withScope(scope);
    DriveSettings deleting = permanent ? drive.withPermanentDeletion() : drive;
    return devUrl == null ? deleting : deleting.withDevelopment(devUrl);
  }

  private static void checkPair(SettingsReader reader, Optional<Secret> secret) {
    boolean named =
        reader
            .text("DAVIT_GOOGLE_CLIENT_SECRET")
            .or(() -> reader.text("DAVIT_GOOGLE_CLIENT_SECRET_FILE"))
            .isPresent();
    if (reader.text("DAVIT_GOOGLE_CLIENT_ID").isPresent() != named) {
      reader.fault(
          "DAVIT_GOOGLE_CLIENT_ID and DAVIT_GOOGLE_CLIENT_SECRET go together: set both or none.");
    }
    secret
        .filter(value -> !WORD.matcher(value.reveal()).matches())
        .ifPresent(
            value ->
                reader.fault(
                    "DAVIT_GOOGLE_CLIENT_SECRET is not a client secret as Google's console shows"
                        + " it."));
  }

  private static DriveScope scope(SettingsReader reader) {
    return reader
        .parsed(
            "DAVIT_GOOGLE_SCOPE",
            "full, read-only or app-folder",
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "full" -> DriveScope.FULL;
                  case "read-only" -> DriveScope.READ_ONLY;
                  case "app-folder" -> DriveScope.APP_FOLDER;
                  default -> null;
                })
        .orElse(DriveScope.FULL);
  }

  private static boolean permanent(SettingsReader reader) {
    return reader
        .parsed(
            "DAVIT_GOOGLE_DELETE",
            "trash or permanent",
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "trash" -> false;
                  case "permanent" -> true;
                  default -> null;
                })
        .orElse(false);
  }

  private static @Nullable URI devUrl(SettingsReader reader) {
    return reader
        .parsed(
            "DAVIT_DEV_GOOGLE_URL",
            "an address on this machine without a path, such as http://127.0.0.1:9000",
            SettingsAddresses::here)
        .orElse(null);
  }
}
