package dev.davit.objectstore;

import dev.davit.ports.Secret;
import dev.davit.testkit.fault.UploadInParts;
import java.net.URI;
import java.util.Arrays;

/**
 * The adapter in a JVM of its own: {@code URL REGION BUCKET ACCESS-KEY SECRET-KEY}, and what {@link
 * UploadInParts} wants.
 */
final class S3LargeUploadFork {
  private static final int OWN = 5;

  private S3LargeUploadFork() {}

  public static void main(String[] args) throws Exception {
    S3Settings settings =
        new S3Settings(URI.create(args[0]), args[1], args[2], args[3], new Secret(args[4]));
    try (S3StorageProvider provider = S3StorageProvider.open(settings)) {
      UploadInParts.run(
          provider.open(Fixture.credentials()).uploadSessions().orElseThrow(),
          Arrays.copyOfRange(args, OWN, args.length));
    }
  }
}
