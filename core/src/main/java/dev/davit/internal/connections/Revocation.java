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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends at the provider what a credential opens. */
public final class Revocation {
  /** What became of a grant. */
  public enum Outcome {
    /** The provider has ended it. */
    REVOKED,
    /** The provider had ended it before. */
    DEAD,
    /** It lives on for another connection, which uses it. */
    SHARED,
    /** It lives on until its user takes it back at the provider: nobody else can. */
    LEFT;

    /** Whether the provider accepts it no more. */
    public boolean isEnd() {
      return this == REVOKED || this == DEAD;
    }
  }

  private static final Set<ErrorKind> DEAD =
      EnumSet.of(ErrorKind.CREDENTIALS_REFUSED, ErrorKind.REAUTH_REQUIRED);

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
   * @return whether the provider accepts it no more; false if it never will be ended, or need not,
   *     or the credential can't be read
   * @throws CloudException of a kind that {@link #isPassing}: try again later
   */
  public boolean revoke(StoredCredentials source, Connection connection) {
    return isEnded(() -> end(source, connection));
  }

  /**
   * Revokes what was granted and not kept, unless a connection uses it.
   *
   * @return whether the provider accepts it no more; false if it never will be ended, or need not
   * @throws CloudException of a kind that {@link #isPassing}: try again later
   */
  public boolean revoke(ProviderId provider, Grant grant) {
    return isEnded(() -> end(provider, grant));
  }

  private static boolean isEnded(Supplier<Outcome> ending) {
    try {
      return ending.get().isEnd();
    } catch (CloudException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      return false;
    }
  }

  /**
   * As {@link #revoke(StoredCredentials, Connection)}, and says what became of the grant.
   *
   * @throws CloudException if that is not known, of whatever kind: the grant may live
   */
  public Outcome end(StoredCredentials source, Connection connection) {
    Credential credential = source.current().credential();
    Grant granted = new Grant(credential, connection.subject(), "", Set.of());
    return end(connection.provider(), granted, connection.id());
  }

  /**
   * As {@link #revoke(ProviderId, Grant)}, and says what became of the grant.
   *
   * @throws CloudException if that is not known, of whatever kind: the grant may live
   */
  public Outcome end(ProviderId provider, Grant grant) {
    return end(provider, grant, null);
  }

  private Outcome end(ProviderId provider, Grant grant, @Nullable ConnectionId own) {
    Optional<Ending.Mark> mark = sharing.begin(provider, grant, own);
    return mark.map(noted -> endMarked(provider, grant, noted)).orElse(Outcome.SHARED);
  }

  /** The mark stays after a failure that may pass: the provider may still be at it. */
  private Outcome endMarked(ProviderId provider, Grant grant, Ending.Mark mark) {
    try {
      Outcome outcome = endAlone(provider, grant.credential());
      sharing.end(provider, grant.subject(), mark);
      return outcome;
    } catch (CloudException failure) {
      if (!isPassing(failure)) {
        sharing.end(provider, grant.subject(), mark);
      }
      throw failure;
    }
  }

  /**
   * Revokes a credential, whoever uses it.
   *
   * @throws CloudException if it is not known what became of the grant, of whatever kind: it may
   *     live
   */
  public Outcome endAlone(ProviderId provider, Credential credential) {
    StorageProvider found = providers.require(provider);
    if (!found.info().grantsPages().isEmpty()) {
      return Outcome.LEFT;
    }
    Authentication authentication = found.authentication();
    try {
      return calls.call(
          provider,
          Operation.REVOKE,
          () -> new CloudException(ErrorKind.CREDENTIALS_REFUSED, "It is revoked already."),
          () -> revoke(authentication, credential) ? Outcome.REVOKED : Outcome.LEFT);
    } catch (CloudException failure) {
      if (DEAD.contains(failure.kind())) {
        return Outcome.DEAD;
      }
      throw failure;
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
