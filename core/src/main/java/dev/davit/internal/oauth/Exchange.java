package dev.davit.internal.oauth;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Turns a code into a connection: sent once, kept in one transaction. What was granted and is not
 * kept is revoked, unless a connection uses that account, or the store that knows of them is down.
 */
public final class Exchange {
  private static final System.Logger LOG = System.getLogger("dev.davit.oauth");

  private final Stores stores;
  private final Owners owners;
  private final OAuthClients clients;
  private final Keeping keeping;
  private final Revocation revocation;

  public Exchange(
      Stores stores, Owners owners, OAuthClients clients, Keeping keeping, Revocation revocation) {
    this.stores = stores;
    this.owners = owners;
    this.clients = clients;
    this.keeping = keeping;
    this.revocation = revocation;
  }

  Connection run(PendingOAuth flow, Secret code, Actor actor) {
    Instant asked = ofTheSameOwner(() -> stores.reading(tx -> now(tx, flow)));
    Grant grant = clients.exchange(flow, code);
    try {
      return ofTheSameOwner(() -> keeping.keep(flow, grant, asked, actor));
    } catch (RuntimeException failure) {
      undo(flow.provider(), grant);
      throw failure;
    }
  }

  private Instant now(Transaction tx, PendingOAuth flow) {
    owners.require(tx, flow.owner());
    return tx.now();
  }

  /** An owner who was purged since the start has no such flow any more. */
  private static <T> T ofTheSameOwner(Supplier<T> work) {
    try {
      return work.get();
    } catch (CloudException failure) {
      throw failure.kind() == ErrorKind.NOT_FOUND ? Refusals.noSuchFlow() : failure;
    }
  }

  private void undo(ProviderId provider, Grant grant) {
    try {
      revocation.revoke(provider, grant);
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.WARNING,
          "What {0} granted could be neither kept nor revoked; its user was told that the connect"
              + " failed",
          provider);
    }
  }
}
