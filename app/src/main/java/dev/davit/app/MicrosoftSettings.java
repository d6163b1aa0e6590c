package dev.davit.app;

import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDriveScope;
import dev.davit.onedrive.OneDriveSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided of OneDrive.
 *
 * @param client at Microsoft
 * @param tenant whose accounts may connect
 * @param cloud which of Microsoft's clouds
 * @param scope what users are asked to allow
 */
record MicrosoftSettings(
    OAuthClientSettings client, String tenant, NationalCloud cloud, OneDriveScope scope) {
  private static final Set<String> AUDIENCES = Set.of("common", "organizations", "consumers");
  private static final Pattern TENANT =
      Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern GUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** What the settings say; null if there is no client. Faults are noted in the reader. */
  static @Nullable MicrosoftSettings read(SettingsReader reader) {
    Optional<OAuthClientSettings> client = OAuthClientSettings.read(reader, OAuthVendor.MICROSOFT);
    client.ifPresent(there -> checkSecret(reader, there));
    String tenant = tenant(reader);
    NationalCloud cloud = cloud(reader);
    checkAudience(reader, tenant, cloud);
    OneDriveScope scope = scope(reader);
    return client.map(there -> new MicrosoftSettings(there, tenant, cloud, scope)).orElse(null);
  }

  /** These as the adapter takes them. */
  OneDriveSettings toOneDrive() {
    OneDriveSettings settings =
        OneDriveSettings.of(client.id(), client.secret())
            .withTenant(tenant)
            .withCloud(cloud)
            .withScope(scope);
    return client.devUrl() == null ? settings : settings.withDevelopment(client.devUrl());
  }

  /**
   * Both stand in one row there, and who takes the wrong one learns it from users (AADSTS7000215).
   */
  private static void checkSecret(SettingsReader reader, OAuthClientSettings client) {
    if (GUID.matcher(client.secret().reveal()).matches()) {
      reader.fault(
          "DAVIT_MICROSOFT_CLIENT_SECRET is a secret's id: the value beside it is wanted, which"
              + " Microsoft shows only once.");
    }
  }

  private static String tenant(SettingsReader reader) {
    return reader
        .parsed(
            "DAVIT_MICROSOFT_TENANT",
            "common, organizations, consumers, or a tenant's id or domain",
            text -> {
              String tenant = text.toLowerCase(Locale.ROOT);
              boolean known = AUDIENCES.contains(tenant) || GUID.matcher(tenant).matches();
              return known || TENANT.matcher(tenant).matches() ? tenant : null;
            })
        .orElse("common");
  }

  private static NationalCloud cloud(SettingsReader reader) {
    return reader
        .word(
            "DAVIT_MICROSOFT_CLOUD",
            new Choices<NationalCloud>()
                .or("global", NationalCloud.GLOBAL)
                .or("us-government", NationalCloud.US_GOVERNMENT)
                .or("us-defense", NationalCloud.US_DEFENSE)
                .or("china", NationalCloud.CHINA))
        .orElse(NationalCloud.GLOBAL);
  }

  private static void checkAudience(SettingsReader reader, String tenant, NationalCloud cloud) {
    if (cloud != NationalCloud.GLOBAL && tenant.equals("consumers")) {
      reader.fault(
          "DAVIT_MICROSOFT_TENANT is consumers, and DAVIT_MICROSOFT_CLOUD a cloud that has no"
              + " personal accounts.");
    }
  }

  private static OneDriveScope scope(SettingsReader reader) {
    return reader
        .word(
            "DAVIT_MICROSOFT_SCOPE",
            new Choices<OneDriveScope>()
                .or("full", OneDriveScope.FULL)
                .or("own", OneDriveScope.OWN)
                .or("read-only", OneDriveScope.READ_ONLY)
                .or("app-folder", OneDriveScope.APP_FOLDER))
        .orElse(OneDriveScope.FULL);
  }
}
