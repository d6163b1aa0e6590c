package dev.davit.onedrive.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
  private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
  private static final String OBJECT = "00000000-0000-0000-66f3-3332eca7ea81";
  private static final OneDriveSettings US = OneDriveSettings.of("us", new Secret("secret"));

  private static String claims(String host, long end) {
    return "{'iss':'https://%s/%s/v2.0','aud':'us','tid':'%s','oid':'%s','exp':%d,'sub':'x'"
            .formatted(host, TENANT, TENANT, OBJECT, NOW.getEpochSecond() + end)
        + ",'preferred_username':'ada@example.org'}";
  }

  private static final String GOOD = claims("login.microsoftonline.com", 60);

  private static Secret token(String claims) {
    String json = claims.replace('\'', '"');
    String part = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    return new Secret("e30." + part + ".sig");
  }

  private static Identity read(String claims, OneDriveSettings settings) {
    return Identity.of(token(claims), settings, NOW);
  }

  private static void assertRefused(String claims, OneDriveSettings settings) {
    CloudException fault = catchThrowableOfType(CloudException.class, () -> read(claims, settings));
    assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void goodToken_saysWho_inLowerCase() {
    assertThat(read(GOOD, US)).isEqualTo(new Identity(TENANT + "." + OBJECT, "ada@example.org"));
    assertThat(read(GOOD.replace("66f3", "66F3"), US).subject()).isEqualTo(TENANT + "." + OBJECT);
    assertThat(read(GOOD.replace("'us'", "['us']"), US).label()).isEqualTo("ada@example.org");
  }

  @Test
  void label_isTheAddress_orWhatStandsForIt() {
    assertThat(read(GOOD.replace("preferred_username", "email"), US).label())
        .isEqualTo("ada@example.org");
    assertThat(read(GOOD.replace("preferred_username", "name"), US).label())
        .isEqualTo("Microsoft account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'us'|'them'",
        "'us'|['us','them']",
        "/v2.0|/v1.0",
        "login.microsoftonline.com|login.microsoftonline.us",
        "https:|http:",
        "'tid'|'tenant'",
        "'oid'|'object'",
        "66f3|66f",
        "'exp'|'nbf'"
      })
  void anythingWrong_isRefused(String change) {
    String[] words = change.split("\\|", -1);
    assertThat(GOOD).contains(words[0]);
    assertRefused(GOOD.replace(words[0], words[1]), US);
  }

  @Test
  void end_hasTenMinutesOfLeeway() {
    assertThat(read(claims("login.microsoftonline.com", -599), US)).isNotNull();
    assertRefused(claims("login.microsoftonline.com", -600), US);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "e30.e30", "e30.!.x", "e30.W10.x", "e30.e30.x.y"})
  void whatIsNoToken_isRefused(String text) {
    CloudException fault =
        catchThrowableOfType(CloudException.class, () -> Identity.of(new Secret(text), US, NOW));
    assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "US_GOVERNMENT,login.microsoftonline.us",
    "US_DEFENSE,login.microsoftonline.us",
    "CHINA,login.chinacloudapi.cn",
    "CHINA,login.partner.microsoftonline.cn"
  })
  void nationalClouds_signByTheirOwnName(NationalCloud cloud, String host) {
    assertThat(read(claims(host, 60), US.withCloud(cloud)).label()).isEqualTo("ada@example.org");
    assertRefused(GOOD, US.withCloud(cloud));
    assertRefused(claims(host, 60), US);
  }

  @Test
  void accountsThatAreNotLetIn_areRefused() {
    assertThat(read(GOOD, US.withTenant(TENANT.toUpperCase(Locale.ROOT)))).isNotNull();
    assertThat(read(GOOD, US.withTenant("organizations"))).isNotNull();
    assertThat(read(GOOD, US.withTenant("contoso.com"))).isNotNull();
    assertRefused(GOOD, US.withTenant("consumers"));
    assertRefused(GOOD, US.withTenant(OBJECT));
    String personal = GOOD.replace(TENANT, "9188040d-6c67-4c5b-b112-36a304b66dad");
    assertThat(read(personal, US.withTenant("consumers"))).isNotNull();
    assertRefused(personal, US.withTenant("organizations"));
  }
}
