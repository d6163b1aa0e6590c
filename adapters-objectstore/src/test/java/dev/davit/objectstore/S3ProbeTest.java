package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.WireFault;
import dev.davit.testservers.S3Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator is told before the first user comes. */
class S3ProbeTest extends S3Tests {
  private static final String XML =
      "<Error><Code>%s</Code><Message>canary-5ecret</Message></Error>";

  @Test
  void goodSettings_arePassed_andNothingIsLeft() {
    S3StorageProvider provider = bench.provider(settings);
    provider.probe();
    provider.check();
    assertThat(foreigner.keys()).isEmpty();
  }

  @Test
  void bucketThatIsMissing_isTheOperatorsFault_andIsNotMade() {
    S3Settings missing = with("no-such-bucket", settings.secretKey());
    assertTold(missing, ErrorKind.MISCONFIGURED, "bucket");
    assertTold(missing, ErrorKind.MISCONFIGURED, "bucket");
    S3StorageProvider provider = bench.provider(missing);
    Fixture.assertKind(
        ErrorKind.MISCONFIGURED,
        () -> provider.open(Fixture.credentials()).stat(S3TestIds.file("x")));
    Fixture.assertKind(
        ErrorKind.MISCONFIGURED,
        () -> provider.open(Fixture.credentials()).read(S3TestIds.file("x"), null));
  }

  @Test
  void keyThatIsWrong_isTheOperatorsFault() {
    assertTold(with(settings.bucket(), new Secret("wrong-5ecret")), ErrorKind.MISCONFIGURED, "key");
    S3Settings unknown =
        new S3Settings(
            settings.endpoint(),
            settings.region(),
            settings.bucket(),
            "AKIAUNKNOWN",
            settings.secretKey());
    assertTold(unknown, ErrorKind.MISCONFIGURED, "key");
  }

  @Test
  void clockThatIsOff_isTheOperatorsFault() {
    answer(403, "RequestTimeTooSkewed");
    assertTold(settings, ErrorKind.MISCONFIGURED, "clock");
  }

  @Test
  void keyThatMayNotWrite_isTheOperatorsFault() {
    bench
        .line()
        .faults()
        .at(r -> r.is("PUT"), 1, WireFault.answer(403, Map.of(), XML.formatted("AccessDenied")));
    assertTold(settings, ErrorKind.MISCONFIGURED, "let this service's key do");
  }

  @Test
  void storeThatIsAway_isUnavailable_andWorksOnceItIsBack() throws Exception {
    try (S3Server own = S3Server.open()) {
      S3Settings there =
          new S3Settings(
              own.endpoint(),
              own.region(),
              own.createBucket(),
              own.accessKey(),
              new Secret(own.secretKey()));
      S3StorageProvider provider = bench.provider(there);
      storage = provider.open(Fixture.credentials());
      Entry kept = write(EntryId.ROOT, "kept", Contents.text("kept"));
      own.stop();
      Fixture.assertKind(ErrorKind.UNAVAILABLE, provider::check);
      Fixture.assertKind(ErrorKind.UNAVAILABLE, () -> storage.read(kept.id(), null));
      own.start();
      provider.check();
      assertThat(text(kept.id())).isEqualTo("kept");
    }
  }

  @Test
  void storeThatHeedsNoConditions_isRefused() throws Exception {
    HttpServer careless =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    careless.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          byte[] list =
              "<ListBucketResult><Name>b</Name><KeyCount>0</KeyCount></ListBucketResult>"
                  .getBytes(StandardCharsets.UTF_8);
          boolean get = exchange.getRequestMethod().equals("GET");
          boolean delete = exchange.getRequestMethod().equals("DELETE");
          exchange.sendResponseHeaders(delete ? 204 : 200, get ? list.length : -1);
          if (get) {
            exchange.getResponseBody().write(list);
          }
          exchange.close();
        });
    careless.start();
    try {
      URI endpoint = URI.create("http://127.0.0.1:" + careless.getAddress().getPort());
      assertTold(
          S3Bench.settings(endpoint, settings.bucket()), ErrorKind.MISCONFIGURED, "If-None-Match");
    } finally {
      careless.stop(0);
    }
  }

  private void answer(int status, String code) {
    bench.line().faults().always(WireFault.answer(status, Map.of(), XML.formatted(code)));
  }

  private S3Settings with(String bucket, Secret secret) {
    return new S3Settings(
        settings.endpoint(), settings.region(), bucket, settings.accessKey(), secret);
  }

  private void assertTold(S3Settings bad, ErrorKind kind, String word) {
    assertThatThrownBy(() -> bench.provider(bad).probe())
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .hasMessageContaining(word)
        .hasMessageNotContaining("5ecret");
  }
}
