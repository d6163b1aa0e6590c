package dev.davit.internal.credentials;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one connection, read anew each time: status and owner count at that moment.
 */
public final class StoredCredentials implements CredentialSource {
  private final FreshCredentials credentials;
  private final Asked asked;
  private volatile long given;
  private volatile long renewed;
  private volatile @Nullable CloudException thrown;

  public StoredCredentials(FreshCredentials credentials, Asked asked) {
    this.credentials = credentials;
    this.asked = asked;
  }

  @Override
  public VersionedCredential current() {
    return note(() -> credentials.current(asked));
  }

  @Override
  public VersionedCredential rejected(long version) {
    VersionedCredential newer = note(() -> credentials.rejected(asked, version));
    if (newer.credential() instanceof OAuthTokens) {
      renewed = newer.version();
    }
    return newer;
  }

  /** Whether a failure came from here, and so says nothing of the provider. */
  public boolean threw(CloudException failure) {
    return failure == thrown;
  }

  /** The version that was handed out last; 0 if none was. */
  public long given() {
    return given;
  }

  /**
   * What to say when the adapter has given up on the last version that it got. Tokens that have
   * just been got for one that was refused are not refreshed again: their grant is not dead.
   */
  public CloudException refused() {
    if (given == renewed && given != 0) {
      return new CloudException(
          ErrorKind.UNAVAILABLE,
          "The provider refused this connection, although it has just renewed it. Try again later.");
    }
    try {
      rejected(given);
      return new CloudException(
          ErrorKind.UNAVAILABLE, "The connection has just been renewed. Try again.");
    } catch (CloudException known) {
      return known;
    }
  }

  private VersionedCredential note(Supplier<VersionedCredential> source) {
    try {
      VersionedCredential credential = source.get();
      given = credential.version();
      return credential;
    } catch (CloudException failure) {
      CloudException told = told(failure);
      thrown = told;
      throw told;
    }
  }

  /** Whoever cleans up must not take it for the provider's word on a file. */
  private CloudException told(CloudException failure) {
    return asked.use() == Use.PURGE && failure.kind() == ErrorKind.NOT_FOUND
        ? new CloudException(ErrorKind.UNAVAILABLE, "The connection is just changing.", failure)
        : failure;
  }
}
