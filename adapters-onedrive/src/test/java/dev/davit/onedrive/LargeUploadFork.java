package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.OAuthClient;
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
    OneDriveSettings settings =
        OneDriveSettings.of(
                MicrosoftEmulator.CLIENT.id(), new Secret(MicrosoftEmulator.CLIENT.secret()))
            .withDevelopment(URI.create(args[0]));
    try (OneDriveProvider provider = new OneDriveProvider(settings, InstantSource.system())) {
      Refreshed credentials = new Refreshed((OAuthClient) provider.authentication(), tokens);
      UploadInParts.run(
          provider.open(credentials).uploadSessions().orElseThrow(),
          Arrays.copyOfRange(args, 3, args.length));
      System.out.println("renewed " + (credentials.current().version() - 1));
    }
  }

  /** Tokens that are refreshed once they are refused. */
  private static final class Refreshed implements CredentialSource {
    private final OAuthClient client;
    private VersionedCredential last;

    Refreshed(OAuthClient client, OAuthTokens tokens) {
      this.client = client;
      this.last = new VersionedCredential(1, tokens);
    }

    @Override
    public VersionedCredential current() {
      return last;
    }

    @Override
    public VersionedCredential rejected(long refused) {
      if (refused == last.version()) {
        OAuthTokens old = (OAuthTokens) last.credential();
        last = new VersionedCredential(refused + 1, client.refresh(old));
      }
      return last;
    }
  }
}
