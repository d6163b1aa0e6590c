package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartReportTest {
  private static String report(Map<String, String> settings) {
    return StartReport.of(SettingsLoader.load(settings, null, Map.of()));
  }

  @Test
  void withoutClients_saysWhatEachWouldNeed() {
    assertThat(report(Map.of()))
        .contains(
            "Google Drive  not offered; DAVIT_GOOGLE_CLIENT_ID and DAVIT_GOOGLE_CLIENT_SECRET")
        .contains(
            "OneDrive      not offered; DAVIT_MICROSOFT_CLIENT_ID and DAVIT_MICROSOFT_CLIENT_")
        .contains("WebDAV, Nextcloud; documents")
        .doesNotContain("WARNING");
  }

  @ParameterizedTest
  @EnumSource
  void withAClient_saysTheRedirectUri_andWarnsOfAFalseVendor(OAuthVendor vendor) {
    Map<String, String> settings =
        Map.of(
            vendor.setting("CLIENT_ID"),
            "id",
            vendor.setting("CLIENT_SECRET"),
            "s3cret",
            "DAVIT_PUBLIC_URL",
            "https://d.example",
            vendor.devSetting(),
            "http://localhost:9000");

    assertThat(report(settings))
        .contains("WebDAV, Nextcloud, " + vendor.storage() + "; documents")
        .contains("https://d.example/api/cloud/oauth/callback" + vendor.callbackEnd())
        .contains("WARNING       " + vendor.devSetting())
        .doesNotContain("s3cret");
  }
}
