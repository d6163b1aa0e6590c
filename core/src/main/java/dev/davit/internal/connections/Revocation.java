package dev.davit.internal.connections;

import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Connection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends at the provider what a credential opens. */
public final class Revocation {
  private final ProviderRegistry providers;
  private final ProviderCalls calls;
  private final Sharing sharing;

  public Revocation(ProviderRegistry providers, ProviderCalls calls, Sharing sharing) {
    this.providers = providers;
    this.calls = calls;
    this.sharing = sharing;
  }

  /**
   * Revokes the credential, unless another connection uses it.
   *
   * @return whether the provider has done so; false if it never will, or need not, or the
   *     credential can't be read
   * @throws CloudException of a kind that {@link #isPassing}: try again later
   */
  public boolean revoke(StoredCredentials source, Connection connection) {
    try {
      Credential credential = source.current().credential();
      Grant granted = new Grant(credential, connection.subject(), "", Set.of());
      return end(connection.provider(), granted, connection.id());
    } catch (CloudException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      return false;
    }
  }

  /**
   * Revokes what was granted and not kept, unless a connection uses it.
   *
   * @return whether the provider has done so; false if it never will, or need not
   * @throws CloudException of a kind that {@link #isPassing}: try again later
   */
  public boolean revoke(ProviderId provider, Grant grant) {
    return end(provider, grant, null);
  }

  /** The mark stays after a failure that may pass: the provider may still be at it. */
  private boolean end(ProviderId provider, Grant grant, @Nullable ConnectionId own) {
    Optional<Ending.Mark> mark = sharing.begin(provider, grant, own);
    boolean revoked = mark.isPresent() && revoke(provider, grant.credential());
    mark.ifPresent(noted -> sharing.end(provider, grant.subject(), noted));
    return revoked;
  }

  /**
   * Revokes a credential that nobody ever had, and that ends alone.
   *
   * @return whether the provider has done so; false if it never will
   * @throws CloudException of a kind that {@link #isPassing}: try again later
   */
  public boolean revoke(ProviderId provider, Credential credential) {
    try {
      StorageProvider found = providers.require(provider);
      if (!found.info().grantsPages().isEmpty()) {
        return false;
      }
      Authentication authentication = found.authentication();
      return calls.call(
          provider,
          Operation.REVOKE,
          () -> new CloudException(ErrorKind.CREDENTIALS_REFUSED, "It is revoked already."),
          () -> revoke(authentication, credential));
    } catch (CloudException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      return false;
    }
  }

  /** Whether the same call may well succeed later. */
  public static boolean isPassing(CloudException failure) {
    return failure.kind() == ErrorKind.UNAVAILABLE || failure.kind() == ErrorKind.RATE_LIMITED;
  }

  private static boolean revoke(Authentication authentication, Credential credential) {
    if (authentication instanceof Authentication.Fields fields
        && credential instanceof SecretFields values) {
      fields.revoke(values);
      return true;
    }
    if (authentication instanceof Authentication.OAuth oauth
        && credential instanceof OAuthTokens tokens) {
      oauth.revoke(tokens);
      return true;
    }
    return false;
  }
}
