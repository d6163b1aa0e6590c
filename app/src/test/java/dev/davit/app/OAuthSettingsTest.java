package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.drive.DriveScope;
import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDriveScope;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients at those who let users consent, and what goes with each. */
class OAuthSettingsTest {
  private static final String GUID = "6731de76-14a6-49ae-97bc-6eba6914391e";

  @TempDir Path folder;

  private static Settings load(Map<String, String> settings) {
    return SettingsLoader.load(settings, null, Map.of());
  }

  private static Map<String, String> client(OAuthVendor vendor) {
    return Map.of(
        vendor.setting("CLIENT_ID"), "id.example", vendor.setting("CLIENT_SECRET"), "s3cret");
  }

  private static Settings load(OAuthVendor vendor, String name, String value) {
    Map<String, String> settings = new HashMap<>(client(vendor));
    settings.put(name, value);
    return load(settings);
  }

  private static @Nullable OAuthClientSettings loaded(
      OAuthVendor vendor, Map<String, String> settings) {
    return vendor.client(load(settings));
  }

  private static GoogleSettings google(String name, String value) {
    return Objects.requireNonNull(load(OAuthVendor.GOOGLE, name, value).google());
  }

  private static MicrosoftSettings microsoft(String name, String value) {
    return Objects.requireNonNull(load(OAuthVendor.MICROSOFT, name, value).microsoft());
  }

  @ParameterizedTest
  @EnumSource
  void aVendor_isThereWithAClient_andWhereItsDevelopmentAddressSays(OAuthVendor vendor) {
    assertThat(loaded(vendor, Map.of())).isNull();
    assertThat(loaded(vendor, client(vendor)))
        .isEqualTo(new OAuthClientSettings("id.example", new Secret("s3cret"), null));
    assertThat(vendor.client(load(vendor, vendor.devSetting(), "http://127.0.0.1:9000/")))
        .extracting("devUrl")
        .hasToString("http://127.0.0.1:9000");
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultOfAClient_isNamedAtOnce_withoutTheValues(OAuthVendor vendor) {
    assertThatThrownBy(
            () ->
                load(
                    Map.of(
                        vendor.setting("CLIENT_ID"),
                        "id of mine",
                        vendor.setting("SCOPE"),
                        "everything",
                        vendor.devSetting(),
                        "http://10.0.0.1:9000",
                        "DAVIT_FRONTEND_URL",
                        "https://user:hunter22@app.example/#top")))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("hunter22")
        .message()
        .contains(
            vendor.setting("CLIENT_ID") + " is not " + vendor.idWords(),
            vendor.setting("CLIENT_ID")
                + " and "
                + vendor.setting("CLIENT_SECRET")
                + " go together",
            vendor.setting("SCOPE") + " is not full, ",
            vendor.devSetting() + " is not an address on this machine",
            "DAVIT_FRONTEND_URL is not an address");
    assertThatThrownBy(() -> load(vendor, vendor.setting("CLIENT_SECRET"), "hunter 22"))
        .hasMessageContaining(vendor.setting("CLIENT_SECRET") + " is not " + vendor.secretWords())
        .hasMessageNotContaining("hunter");
  }

  @ParameterizedTest
  @EnumSource
  void aSecretInAFile_isTaken_butNotWithoutAnId(OAuthVendor vendor) throws IOException {
    String file = Files.writeString(folder.resolve("secret"), "s3cret\n").toString();
    String secret = vendor.setting("CLIENT_SECRET_FILE");

    assertThatThrownBy(() -> load(Map.of(secret, file))).hasMessageContaining("go together");
    assertThat(loaded(vendor, Map.of(vendor.setting("CLIENT_ID"), "id.example", secret, file)))
        .extracting("secret")
        .isEqualTo(new Secret("s3cret"));
  }

  @Test
  void googleDrive_isEverythingAndTheBin_unlessToldOtherwise() {
    GoogleSettings usual = load(client(OAuthVendor.GOOGLE)).google();
    assertThat(usual).extracting("scope", "permanent").containsExactly(DriveScope.FULL, false);

    assertThat(google("DAVIT_GOOGLE_SCOPE", "App-Folder").scope()).isEqualTo(DriveScope.APP_FOLDER);
    assertThat(google("DAVIT_GOOGLE_SCOPE", "read-only").scope()).isEqualTo(DriveScope.READ_ONLY);
    assertThat(google("DAVIT_GOOGLE_DELETE", "permanent").permanent()).isTrue();
    assertThatThrownBy(() -> google("DAVIT_GOOGLE_DELETE", "maybe"))
        .hasMessage("DAVIT_GOOGLE_DELETE is not trash or permanent.");
  }

  @Test
  void oneDrive_isEverythingOfEverybodyInTheGlobalCloud_unlessToldOtherwise() {
    Secret secret = new Secret("s3cret");
    MicrosoftSettings usual = load(client(OAuthVendor.MICROSOFT)).microsoft();

    assertThat(Objects.requireNonNull(usual).toOneDrive())
        .isEqualTo(OneDriveSettings.of("id.example", secret));
    assertThat(microsoft("DAVIT_DEV_MICROSOFT_URL", "http://127.0.0.1:9000/").toOneDrive())
        .isEqualTo(
            OneDriveSettings.of("id.example", secret)
                .withDevelopment(URI.create("http://127.0.0.1:9000")));
    assertThat(microsoft("DAVIT_MICROSOFT_SCOPE", "own").toOneDrive().scope())
        .isEqualTo(OneDriveScope.OWN);
    assertThat(microsoft("DAVIT_MICROSOFT_SCOPE", "read-only").scope())
        .isEqualTo(OneDriveScope.READ_ONLY);
    assertThat(microsoft("DAVIT_MICROSOFT_SCOPE", "app-folder").scope())
        .isEqualTo(OneDriveScope.APP_FOLDER);
    assertThat(microsoft("DAVIT_MICROSOFT_CLOUD", "us-government").toOneDrive().cloud())
        .isEqualTo(NationalCloud.US_GOVERNMENT);
    assertThat(microsoft("DAVIT_MICROSOFT_CLOUD", "us-defense").cloud())
        .isEqualTo(NationalCloud.US_DEFENSE);
    assertThat(microsoft("DAVIT_MICROSOFT_CLOUD", "China").cloud()).isEqualTo(NationalCloud.CHINA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"common", "Organizations", "consumers", GUID, "contoso.onmicrosoft.com", "a.de"})
  void aTenant_isWhoseAccountsMayConnect(String tenant) {
    assertThat(microsoft("DAVIT_MICROSOFT_TENANT", tenant).toOneDrive().tenant())
        .isEqualToIgnoringCase(tenant);
  }

  @Test
  void everyFaultOfOneDrive_isNamedAtOnce() {
    Map<String, String> settings = new HashMap<>(client(OAuthVendor.MICROSOFT));
    settings.put("DAVIT_MICROSOFT_CLOUD", "moon");
    settings.put("DAVIT_MICROSOFT_SCOPE", "some");
    settings.put("DAVIT_MICROSOFT_TENANT", "everybody");

    assertThatThrownBy(() -> load(settings))
        .message()
        .contains(
            "DAVIT_MICROSOFT_CLOUD is not global, us-government, us-defense or china.",
            "DAVIT_MICROSOFT_SCOPE is not full, own, read-only or app-folder.",
            "DAVIT_MICROSOFT_TENANT is not common, organizations, consumers, or a tenant's id");
    for (String bad : List.of("../x", "a/b", ".com", "a..b", "x".repeat(64) + ".com")) {
      assertThatThrownBy(() -> microsoft("DAVIT_MICROSOFT_TENANT", bad))
          .as(bad)
          .hasMessageContaining("DAVIT_MICROSOFT_TENANT");
    }
  }

  @Test
  void personalAccounts_areInTheGlobalCloudOnly() {
    Map<String, String> settings = new HashMap<>(client(OAuthVendor.MICROSOFT));
    settings.put("DAVIT_MICROSOFT_CLOUD", "china");
    settings.put("DAVIT_MICROSOFT_TENANT", "consumers");

    assertThatThrownBy(() -> load(settings)).hasMessageContaining("no personal accounts");
  }

  @Test
  void theIdOfASecret_isToldFromItsValue() {
    assertThatThrownBy(() -> load(OAuthVendor.MICROSOFT, "DAVIT_MICROSOFT_CLIENT_SECRET", GUID))
        .hasMessageContaining("is a secret's id")
        .hasMessageNotContaining(GUID);
  }
}
