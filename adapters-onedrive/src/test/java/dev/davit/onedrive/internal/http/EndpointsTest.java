package dev.davit.onedrive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final Endpoints MICROSOFT = Endpoints.of(NationalCloud.GLOBAL, null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://graph.microsoft.com/v1.0/me/drive",
        "https://GRAPH.microsoft.com:443/v1.0/drives/b!x/root/delta?token=1"
      })
  void graphItself_mayHaveABearer(String address) {
    assertThat(MICROSOFT.isGraph(URI.create(address))).isTrue();
    assertThat(MICROSOFT.graph(address)).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://graph.microsoft.com/v1.0/me",
        "https://graph.microsoft.com/beta/me",
        "https://graph.microsoft.com/v1.0/../beta/me",
        "https://graph.microsoft.com/v1.0/%2E%2e/beta/me",
        "https://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com:8443/v1.0/me",
        "https://graph.microsoft.com.evil.example/v1.0/me",
        "https://graph.microsoft.com@evil.example/v1.0/me",
        "https://user@graph.microsoft.com/v1.0/me",
        "https://graph.microsoft.com/v1.0/me#there",
        "https://contoso.sharepoint.com/v1.0/me",
        "https://graph.microsoft.us/v1.0/me",
        "https://login.microsoftonline.com/v1.0/me",
        "//graph.microsoft.com/v1.0/me",
        "/v1.0/me",
        "mailto:x"
      })
  void S7_otherAddresses_haveNoBearer_andNothingIsSentThere(String address) {
    assertThat(MICROSOFT.isGraph(URI.create(address))).isFalse();
    assertThat(kind(() -> MICROSOFT.graph(address))).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(kind(() -> send(address, Map.of("Authorization", "Bearer canary"))))
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL,https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?tempauth=x",
    "GLOBAL,https://my.microsoftpersonalcontent.com/_api/v2.0/drives/x",
    "GLOBAL,https://public.bn.files.1drv.com/y4m",
    "GLOBAL,https://api.onedrive.com/rup/x",
    "GLOBAL,https://graph.microsoft.com/v1.0/monitor/x",
    "US_GOVERNMENT,https://contoso.sharepoint.us/x",
    "US_DEFENSE,https://contoso.sharepoint-mil.us/x",
    "CHINA,https://contoso.sharepoint.cn/x"
  })
  void whereMicrosoftKeepsFiles_mayBeAskedWithoutACredential(NationalCloud cloud, String address) {
    assertThat(Endpoints.of(cloud, null).bare(address)).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL,http://contoso.sharepoint.com/x",
    "GLOBAL,https://contoso.sharepoint.com:8443/x",
    "GLOBAL,https://me@contoso.sharepoint.com/x",
    "GLOBAL,https://evilsharepoint.com/x",
    "GLOBAL,https://sharepoint.com.evil.example/x",
    "GLOBAL,https://contoso.sharepoint.cn/x",
    "GLOBAL,https://127.0.0.1/x",
    "GLOBAL,https://[::1]/x",
    "GLOBAL,https://contoso.sharepoint.com/a b",
    "CHINA,https://contoso.sharepoint.com/x",
    "US_GOVERNMENT,https://contoso.sharepoint-mil.us/x"
  })
  void S7_otherHosts_areNotAsked(NationalCloud cloud, String address) {
    assertThat(kind(() -> Endpoints.of(cloud, null).bare(address))).isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void S7_whatIsMissing_isNoAddress() {
    assertThat(kind(() -> MICROSOFT.bare(null))).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(kind(() -> MICROSOFT.graph(null))).isEqualTo(ErrorKind.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "GLOBAL,https://login.microsoftonline.com/,https://graph.microsoft.com/",
    "US_GOVERNMENT,https://login.microsoftonline.us/,https://graph.microsoft.us/",
    "US_DEFENSE,https://login.microsoftonline.us/,https://dod-graph.microsoft.us/",
    "CHINA,https://login.chinacloudapi.cn/,https://microsoftgraph.chinacloudapi.cn/"
  })
  void nationalClouds_haveHostsOfTheirOwn(NationalCloud cloud, String login, String graph) {
    Endpoints endpoints = Endpoints.of(cloud, null);
    assertThat(endpoints.login()).hasToString(login);
    assertThat(endpoints.graph()).hasToString(graph + "v1.0/");
    assertThat(endpoints.scopePrefix()).isEqualTo(graph);
  }

  @Test
  void development_standsForAll_andForNothingElse() {
    Endpoints stand = Endpoints.of(NationalCloud.CHINA, URI.create("http://127.0.0.1:8080"));
    assertThat(stand.login()).hasToString("http://127.0.0.1:8080/");
    assertThat(stand.graph()).hasToString("http://127.0.0.1:8080/v1.0/");
    assertThat(stand.scopePrefix()).isEqualTo("https://microsoftgraph.chinacloudapi.cn/");
    assertThat(stand.trustsBare(URI.create("http://127.0.0.1:8080/download/x"))).isTrue();
    assertThat(stand.trustsBare(URI.create("http://127.0.0.1:8081/download/x"))).isFalse();
    assertThat(stand.trustsBare(URI.create("https://contoso.sharepoint.cn/x"))).isFalse();
    assertThat(stand.isGraph(URI.create("https://graph.microsoft.com/v1.0/me"))).isFalse();
  }

  private static void send(String address, Map<String, String> secret) {
    try (Transport transport = new Transport(MICROSOFT, OneDrivePatience.usual())) {
      transport.send(Call.of("GET", URI.create(address)), secret).close();
    }
  }

  private static ErrorKind kind(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(CloudException.class, call).kind();
  }
}
