package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Use;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Stores;
import java.util.stream.Stream;

/** Whether somebody else would lose something, were a connection's credential revoked. */
public final class Sharing {
  private final Stores stores;
  private final ConnectionAccess access;

  public Sharing(Stores stores, ConnectionAccess access) {
    this.stores = stores;
    this.access = access;
  }

  /**
   * Whether another connection, of whomever, uses what would be revoked: the same fields, such as
   * one app password typed twice; of tokens any of the account, since revoking one may end all.
   */
  boolean isUsedElsewhere(Connection connection, Credential credential) {
    return live(connection.provider(), connection.subject())
        .filter(other -> !other.id().equals(connection.id()))
        .anyMatch(other -> credential instanceof OAuthTokens || isOf(other, credential));
  }

  /** Whether any connection uses what was granted. */
  public boolean isUsed(ProviderId provider, Grant grant) {
    Credential credential = grant.credential();
    return live(provider, grant.subject())
        .anyMatch(any -> credential instanceof OAuthTokens || isOf(any, credential));
  }

  private Stream<Connection> live(ProviderId provider, String subject) {
    return stores.reading(tx -> tx.connections().listBySubject(provider, subject)).stream()
        .filter(any -> any.status() != Status.DISCONNECTING);
  }

  /** What can't be read may be the same: then nothing is revoked. */
  private boolean isOf(Connection other, Credential credential) {
    try {
      Found found = access.find(other.owner().id(), other.id());
      return access
          .credentials(found, Use.DISCONNECT, Actor.DAVIT)
          .current()
          .credential()
          .equals(credential);
    } catch (CloudException failure) {
      if (Revocation.isPassing(failure)) {
        throw failure;
      }
      return failure.kind() != ErrorKind.NOT_FOUND;
    }
  }
}
