package dev.davit.drive;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.testkit.fault.UploadInParts;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;

/**
 * The adapter in a JVM of its own: {@code URL ACCESS REFRESH}, and what {@link UploadInParts}
 * wants. It says in the end how often its token was renewed.
 */
final class LargeUploadFork {
  private LargeUploadFork() {}

  public static void main(String[] args) throws Exception {
    OAuthTokens tokens = new OAuthTokens(new Secret(args[1]), new Secret(args[2]), null, Set.of());
    try (DriveProvider provider =
        new DriveProvider(Googles.settings(URI.create(args[0])), InstantSource.system())) {
      Renewing credentials = new Renewing(provider, tokens);
      UploadInParts.run(
          provider.open(credentials).uploadSessions().orElseThrow(),
          Arrays.copyOfRange(args, 3, args.length));
      System.out.println("renewed " + credentials.renewals());
    }
  }
}
