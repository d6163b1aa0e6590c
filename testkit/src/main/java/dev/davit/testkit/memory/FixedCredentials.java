package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.VersionedCredential;

/**
 * One credential that never changes; once it is rejected there is no newer one.
 *
 * @param credential the credential
 */
public record FixedCredentials(Credential credential) implements CredentialSource {
  @Override
  public VersionedCredential current() {
    return new VersionedCredential(1, credential);
  }

  @Override
  public VersionedCredential rejected(long version) {
    throw new CloudException(ErrorKind.REAUTH_REQUIRED, "Connect this account again.");
  }
}
