package dev.davit.drive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.drive.DrivePatience;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final Endpoints GOOGLE = Endpoints.of(null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.googleapis.com/upload/drive/v3/files?upload_id=x",
        "https://WWW.googleapis.com:443/drive/v3/files",
        "https://oauth2.googleapis.com/token"
      })
  void googlesHosts_areTrusted(String address) {
    assertThat(GOOGLE.trusts(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.googleapis.com/drive/v3/files",
        "https://www.googleapis.com.evil.example/",
        "https://www.googleapis.com@evil.example/",
        "https://user@www.googleapis.com/",
        "https://evil.example/www.googleapis.com",
        "https://www.googleapis.com:8443/",
        "https://googleapis.com/",
        "//www.googleapis.com/",
        "/drive/v3/files",
        "mailto:x"
      })
  void S7_otherAddresses_areNot_andNothingIsSentThere(String address) {
    assertThat(GOOGLE.trusts(URI.create(address))).isFalse();
    try (Transport transport = new Transport(GOOGLE, DrivePatience.usual())) {
      CloudException refused =
          catchThrowableOfType(
              CloudException.class,
              () -> transport.send(Call.of("GET", URI.create(address)), Map.of()));
      assertThat(refused.kind()).isEqualTo(ErrorKind.PROTOCOL);
    }
  }

  @Test
  void tokenEndpoint_isNoPlaceForABearer() {
    assertThat(GOOGLE.isApi(URI.create("https://oauth2.googleapis.com/x"))).isFalse();
    assertThat(GOOGLE.isApi(URI.create("https://www.googleapis.com/x"))).isTrue();
  }

  @Test
  void development_standsForAll() {
    Endpoints stand = Endpoints.of(URI.create("http://127.0.0.1:8080"));
    assertThat(stand.token()).hasToString("http://127.0.0.1:8080/token");
    assertThat(stand.api()).hasToString("http://127.0.0.1:8080/");
    assertThat(stand.origin()).isEqualTo("http://127.0.0.1:8080");
    assertThat(stand.trusts(URI.create("https://www.googleapis.com/"))).isFalse();
  }
}
