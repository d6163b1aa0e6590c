package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.app.support.NodeSettings;
import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users may not connect, whatever else is open to them. */
class OwnAddressesTest {
  @TempDir Path folder;

  private OutboundGuard guard(Map<String, String> more) {
    return OutboundGuard.builder()
        .allowLoopback(true)
        .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
        .denySelf(OwnAddresses.of(load(more)))
        .build();
  }

  private static void assertDenied(OutboundGuard guard, String address) {
    assertThatThrownBy(() -> guard.resolve(guard.parse(address)))
        .as(address)
        .isInstanceOf(CloudException.class)
        .extracting("kind")
        .isEqualTo(ErrorKind.ADDRESS_REFUSED);
  }

  private static void assertOpen(OutboundGuard guard, String address) {
    assertThatCode(() -> guard.resolve(guard.parse(address)))
        .as(address)
        .doesNotThrowAnyException();
  }

  @Test
  void S2_ourListenerDatabaseRedisAndBucket_areDenied() {
    OutboundGuard guard =
        guard(
            Map.of(
                "DAVIT_PORT", "8080",
                "DAVIT_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5433,127.0.0.1/davit",
                "DAVIT_REDIS_URL", "redis://127.0.0.1:6380",
                "DAVIT_S3_ENDPOINT", "http://localhost:9000"));

    for (int port : List.of(8080, 5433, 5432, 6380, 9000)) {
      assertDenied(guard, "https://127.0.0.1:" + port + "/dav");
      assertDenied(guard, "https://localhost:" + port + "/dav");
    }
    assertOpen(guard, "https://127.0.0.1:9001/dav");
  }

  @Test
  void S2_ourOwn_areDeniedByNameToo_whereverTheNameLeads() {
    assertThat(OwnAddresses.of(load(Map.of())))
        .extracting(address -> address.getHostString() + ":" + address.getPort())
        .contains("db.example:5433", "s3.example:9000", "davit.example:0", "redis.example:6379");
  }

  private Settings load(Map<String, String> more) {
    Map<String, String> settings = NodeSettings.of(folder);
    settings.putAll(more);
    return SettingsLoader.load(settings, null, Map.of());
  }
}
