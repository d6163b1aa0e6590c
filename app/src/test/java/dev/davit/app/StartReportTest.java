package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StartReportTest {
  private static String report(Map<String, String> settings) {
    return StartReport.of(SettingsLoader.load(settings, null, Map.of()));
  }

  @Test
  void withoutAClient_saysWhatGoogleDriveNeeds() {
    assertThat(report(Map.of()))
        .contains("DAVIT_GOOGLE_CLIENT_ID", "DAVIT_GOOGLE_CLIENT_SECRET")
        .doesNotContain("WARNING");
  }

  @Test
  void withAClient_saysTheRedirectUri_andWarnsOfAFalseGoogle() {
    Map<String, String> settings =
        Map.of(
            "DAVIT_GOOGLE_CLIENT_ID", "id",
            "DAVIT_GOOGLE_CLIENT_SECRET", "s3cret",
            "DAVIT_PUBLIC_URL", "https://d.example",
            "DAVIT_DEV_GOOGLE_URL", "http://localhost:9000");

    assertThat(report(settings))
        .contains("https://d.example/api/cloud/oauth/callback/google_drive")
        .contains("WARNING       DAVIT_DEV_GOOGLE_URL")
        .doesNotContain("s3cret");
  }
}
