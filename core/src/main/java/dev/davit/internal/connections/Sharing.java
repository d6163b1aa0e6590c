package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Use;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Stores;
import java.util.List;

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
    List<Connection> all =
        stores.reading(
            tx -> tx.connections().listBySubject(connection.provider(), connection.subject()));
    return all.stream()
        .filter(other -> !other.id().equals(connection.id()))
        .filter(other -> other.status() != Status.DISCONNECTING)
        .anyMatch(other -> credential instanceof OAuthTokens || isOf(other, credential));
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
