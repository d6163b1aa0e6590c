package dev.davit.objectstore;

import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.Secret;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testservers.S3Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An S3 server, a line to it on which things happen, and providers that go over it. */
final class S3Bench implements AutoCloseable {
  /** S3 takes no smaller ones, this server neither. */
  static final int PART = 5 * 1024 * 1024;

  private static final Duration SHORT = Duration.ofMillis(250);

  private final FaultyHttp line = FaultyHttp.before(S3Server.shared().endpoint() + "/");
  private final List<S3StorageProvider> open = new ArrayList<>();

  FaultyHttp line() {
    return line;
  }

  /** Of a bucket with nothing in it, over the line. */
  S3Settings settings() {
    String origin = line.url().replaceAll("/$", "");
    return settings(URI.create(origin), S3Server.shared().createBucket());
  }

  static S3Settings settings(URI endpoint, String bucket) {
    S3Server server = S3Server.shared();
    return new S3Settings(
        endpoint, server.region(), bucket, server.accessKey(), new Secret(server.secretKey()));
  }

  /** One that waits between tries, but not for real. */
  S3StorageProvider provider(S3Settings settings) {
    S3Patience usual = S3Patience.USUAL;
    return kept(
        settings,
        new S3Patience(
            usual.connect(),
            usual.total(),
            usual.making(),
            usual.bodies(),
            new Pacing(PART, time -> {})));
  }

  /** One each of whose limits is short. */
  S3StorageProvider hurried(S3Settings settings) {
    BodyLimits bodies = new BodyLimits(SHORT, SHORT, 1_000_000);
    return kept(
        settings, new S3Patience(SHORT, SHORT, SHORT, bodies, new Pacing(PART, time -> {})));
  }

  private S3StorageProvider kept(S3Settings settings, S3Patience patience) {
    S3StorageProvider provider = S3StorageProvider.open(settings, patience, null);
    open.add(provider);
    return provider;
  }

  /** Whether a name is taken here: as on disk, but for control characters. */
  static boolean isTaken(String name) {
    return !name.isEmpty()
        && name.getBytes(StandardCharsets.UTF_8).length <= 255
        && !name.contains("/")
        && !name.equals(".")
        && !name.equals("..")
        && name.codePoints().noneMatch(point -> point < ' ' || point == 0x7f);
  }

  void closeProviders() {
    open.forEach(S3StorageProvider::close);
    open.clear();
  }

  @Override
  public void close() {
    closeProviders();
    line.close();
  }
}
