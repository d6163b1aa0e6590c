package dev.davit.drive;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.OAuthClient;

/** Tokens that are refreshed once they are refused, as the core has it. */
final class Renewing implements CredentialSource {
  private final OAuthClient client;
  private OAuthTokens tokens;
  private long version = 1;

  Renewing(DriveProvider provider, OAuthTokens tokens) {
    this.client = (OAuthClient) provider.authentication();
    this.tokens = tokens;
  }

  @Override
  public VersionedCredential current() {
    return new VersionedCredential(version, tokens);
  }

  @Override
  public VersionedCredential rejected(long refused) {
    if (refused == version) {
      tokens = client.refresh(tokens);
      version++;
    }
    return current();
  }

  /** How many times there was a newer one. */
  long renewals() {
    return version - 1;
  }
}
