package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.NodeSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartReportTest {
  @TempDir Path folder;

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

  @Test
  void aNodeAmongMany_saysWhatItShares_withoutCredentials() {
    Map<String, String> settings = NodeSettings.of(folder);
    settings.put("DAVIT_DATABASE_URL", "jdbc:postgresql://db.example/davit?sslmode=verify-full");

    assertThat(report(settings))
        .contains("database      PostgreSQL at db.example/davit" + System.lineSeparator())
        .contains("documents of users without a cloud are kept in the bucket davit-documents")
        .contains("redis         pending connects and rates are there")
        .contains("node          ")
        .doesNotContain("pgpass", "s3secret", "access", "redis://", "a-token-for-metrics");
    settings.remove("DAVIT_REDIS_URL");
    assertThat(report(settings)).contains("rates are counted by each node: DAVIT_REDIS_URL");
  }

  @Test
  void aBucketWithoutTls_isWarnedOf_unlessOnThisMachine() {
    Map<String, String> settings = NodeSettings.of(folder);
    assertThat(report(settings)).doesNotContain("WARNING");
    settings.put("DAVIT_S3_ENDPOINT", "http://127.0.0.1:9000");
    assertThat(report(settings)).doesNotContain("WARNING");

    settings.put("DAVIT_S3_ENDPOINT", "http://minio.example:9000");
    assertThat(report(settings)).contains("WARNING       DAVIT_S3_ENDPOINT is http");
  }
}
