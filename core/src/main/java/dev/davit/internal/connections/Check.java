package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;

/** Asks a provider whether it accepts a connection's credential. */
public final class Check {
  private final Stores stores;
  private final ConnectionAccess access;

  public Check(Stores stores, ConnectionAccess access) {
    this.stores = stores;
    this.access = access;
  }

  /** Asks, and notes the answer in the connection. */
  public void run(Found found, Actor actor) {
    Use.CHECK.check(found.connection());
    StoredCredentials source = access.credentials(found, Use.CHECK, actor);
    if (isAccepted(found, source)) {
      stores.inTransaction(tx -> revive(tx, found, source.given()));
    }
  }

  private boolean isAccepted(Found found, StoredCredentials source) {
    try {
      access.open(found, source).run(Operation.STAT, storage -> storage.stat(EntryId.ROOT));
      return true;
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.REAUTH_REQUIRED) {
        throw failure;
      }
      return false;
    }
  }

  private static boolean revive(Transaction tx, Found found, long version) {
    Owner owner = found.owner().owner();
    Connection connection = found.connection();
    boolean same =
        tx.credentials()
            .find(connection.id())
            .map(CredentialStore.Row::version)
            .filter(present -> present == version)
            .isPresent();
    return same && tx.connections().setStatus(owner, connection.id(), Status.ACTIVE, null);
  }
}
