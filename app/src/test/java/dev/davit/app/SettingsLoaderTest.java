package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  @TempDir Path folder;

  @Test
  void nothingSet_isAServerOnThisMachine() {
    Settings settings = load(Map.of());

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.openRegistration()).isFalse();
    assertThat(settings.purgeDeadline()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.devAllowLoopback()).isFalse();
    assertThat(settings.database().url()).startsWith("jdbc:sqlite:").endsWith("davit.db");
    assertThat(settings.keysetFile().getParent()).isEqualTo(settings.data());
  }

  @Test
  void D1_purgeDeadline_isReadWithinItsBounds() {
    assertThat(load(Map.of("DAVIT_PURGE_DEADLINE", "P30D")).purgeDeadline())
        .isEqualTo(Duration.ofDays(30));
    assertThatThrownBy(() -> load(Map.of("DAVIT_PURGE_DEADLINE", "PT1M")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DAVIT_PURGE_DEADLINE is not a duration from PT1H");
  }

  @Test
  void D4_auditRetention_isReadWithinItsBounds() {
    assertThat(load(Map.of()).auditRetention()).isEqualTo(Duration.ofDays(365));
    assertThatThrownBy(() -> load(Map.of("DAVIT_AUDIT_RETENTION", "PT1H")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DAVIT_AUDIT_RETENTION is not a duration from PT24H");
  }

  @Test
  void everyFault_isNamedAtOnce() {
    assertThatThrownBy(
            () ->
                load(
                    Map.of(
                        "DAVIT_PORT", "70000",
                        "DAVIT_REGISTRATION", "yes",
                        "DAVIT_MAX_UPLOAD", "lots",
                        "DAVIT_DEV_ALLOW_LOOPBACK", "1",
                        "DAVIT_DEV_CLOCK_OFFSET", "ten minutes",
                        "DAVIT_PUBLIC_URL", "davit.example.com",
                        "DAVIT_DATABASE_URL", "jdbc:oracle:thin",
                        "DAVIT_OUTBOUND_ALLOW", "nextcloud.lan",
                        "DAVIT_TRUST_FILE", folder.resolve("none.pem").toString(),
                        "DAVIT_ADMIN_EMAIL", "admin@example.org")))
        .isInstanceOf(SettingsException.class)
        .message()
        .contains(
            "DAVIT_PORT is not a whole number from 0 to 65535.",
            "DAVIT_REGISTRATION is not open or closed.",
            "DAVIT_MAX_UPLOAD",
            "DAVIT_DEV_ALLOW_LOOPBACK is not true or false.",
            "DAVIT_DEV_CLOCK_OFFSET",
            "DAVIT_PUBLIC_URL",
            "DAVIT_DATABASE_URL",
            "DAVIT_OUTBOUND_ALLOW",
            "DAVIT_TRUST_FILE",
            "DAVIT_ADMIN_EMAIL and DAVIT_ADMIN_PASSWORD go together");
  }

  @Test
  void environment_goesOverFile_andFlagsOverBoth() throws IOException {
    Path file = Files.writeString(folder.resolve("davit.conf"), "DAVIT_PORT=1\nDAVIT_HOST=::1\n");

    Settings settings =
        SettingsLoader.load(
            Map.of("DAVIT_PORT", "2", "DAVIT_MAX_UPLOAD", "3MiB"),
            file,
            Map.of("DAVIT_MAX_UPLOAD", "4 KiB"));

    assertThat(settings.host()).isEqualTo("::1");
    assertThat(settings.port()).isEqualTo(2);
    assertThat(settings.maxUpload()).isEqualTo(4096);
  }

  @Test
  void aNameThatIsNoSetting_isAFaultInAFile_andLeftAloneInTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("davit.conf"), "DAVIT_PROT=1\n");

    assertThatThrownBy(() -> SettingsLoader.load(Map.of(), file, Map.of()))
        .hasMessageContaining("DAVIT_PROT, which is no setting");
    assertThat(load(Map.of("DAVIT_SERVICE_HOST", "10.0.0.1")).port()).isEqualTo(8080);
  }

  @Test
  void aFile_isTakenToTheLetter() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("davit.conf"),
            """
            # a comment

            DAVIT_ADMIN_EMAIL = a@b.example
            DAVIT_ADMIN_PASSWORD=back\\slash: "quote" = #1!
            """);

    assertThat(SettingsLoader.load(Map.of(), file, Map.of()).adminPassword())
        .isEqualTo(new Secret("back\\slash: \"quote\" = #1!"));
  }

  @Test
  void everyFaultOfAFile_isNamedByItsLine_withoutTheValue() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("davit.conf"),
            "DAVIT_PORT=1\nDAVIT_ADMIN_PASSWORD: hunter22\nDAVIT_PORT=hunter22\nX=hunter22\n");

    assertThatThrownBy(() -> SettingsLoader.load(Map.of(), file, Map.of()))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "The file " + file + ", line 2, is not NAME=value.",
                "The file " + file + ", line 3, has DAVIT_PORT a second time.",
                "The file " + file + ", line 4, has X, which is no setting."));
  }

  @Test
  void aSecret_comesFromAFile_butNotFromBoth() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from a file\n");
    Map<String, String> good =
        Map.of("DAVIT_ADMIN_EMAIL", "a@b.example", "DAVIT_ADMIN_PASSWORD_FILE", file.toString());

    assertThat(load(good).adminPassword()).isEqualTo(new Secret("from a file"));
    assertThatThrownBy(
            () ->
                load(
                    Map.of(
                        "DAVIT_ADMIN_EMAIL", "a@b.example",
                        "DAVIT_ADMIN_PASSWORD", "hunter22",
                        "DAVIT_ADMIN_PASSWORD_FILE", file.toString())))
        .hasMessageContaining("both set")
        .hasMessageNotContaining("hunter22");
  }

  @Test
  void thePublicUrl_isHttps_unlessItIsThisMachine() {
    assertThat(load(Map.of("DAVIT_PUBLIC_URL", "https://d.example/")).publicUrl())
        .hasToString("https://d.example");
    assertThat(load(Map.of("DAVIT_PUBLIC_URL", "http://localhost:81")).publicUrl()).hasPort(81);
    assertThatThrownBy(() -> load(Map.of("DAVIT_PUBLIC_URL", "http://d.example")))
        .hasMessageContaining("DAVIT_PUBLIC_URL is not an address");
  }

  @Test
  void theFrontend_isHttpsWithAnyPath_unlessItIsThisMachine() {
    for (String good : List.of("https://a.example/x/y", "http://localhost:3000/")) {
      assertThat(load(Map.of("DAVIT_FRONTEND_URL", good)).frontendUrl()).hasToString(good);
    }
    for (String bad :
        List.of("http://a.example", "ftp://a", "https://a/?b", "https://a/#b", "//a", "a b")) {
      assertThatThrownBy(() -> load(Map.of("DAVIT_FRONTEND_URL", bad)))
          .as(bad)
          .hasMessageContaining("DAVIT_FRONTEND_URL is not an address");
    }
  }

  @Test
  void clocksMayBeOff_eitherWay() {
    assertThat(load(Map.of("DAVIT_DEV_CLOCK_OFFSET", "-PT10M")).devClockOffset())
        .isEqualTo(Duration.ofMinutes(-10));
  }

  private static Settings load(Map<String, String> environment) {
    return SettingsLoader.load(environment, null, Map.of());
  }
}
