package dev.davit.internal.credentials;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;

/** Reads the sealed credentials, and gives up those that a provider no longer accepts. */
public final class CredentialRows {
  private final Stores stores;
  private final Owners owners;
  private final Seals seals;
  private final AuditLog audit;

  public CredentialRows(Stores stores, Owners owners, Seals seals, AuditLog audit) {
    this.stores = stores;
    this.owners = owners;
    this.seals = seals;
    this.audit = audit;
  }

  /** The present credential of a connection in one of these states. */
  VersionedCredential read(Owner owner, ConnectionId id, Use use, Actor actor) {
    return open(stores.reading(tx -> find(tx, owner, id, use)), actor);
  }

  /**
   * A newer credential than the one that was refused. If there is none, the connection requires a
   * new log-in from now on: status and audit entry in one transaction, once.
   */
  Optional<VersionedCredential> newer(
      Owner owner, ConnectionId id, Use use, long refused, Actor actor) {
    return stores
        .<Optional<Found>>inTransaction(
            tx -> {
              Found found = find(tx, owner, id, use);
              if (found.row().version() > refused) {
                return Optional.of(found);
              }
              giveUp(tx, found, actor);
              return Optional.empty();
            })
        .map(found -> open(found, actor));
  }

  private void giveUp(Transaction tx, Found found, Actor actor) {
    Connection connection = found.connection();
    Owner owner = found.owner().owner();
    if (connection.status() == Status.ACTIVE) {
      tx.connections()
          .setStatus(owner, connection.id(), Status.REQUIRES_REAUTH, "credential_refused");
      String detail = connection.provider() + " " + connection.id();
      audit.record(tx, "connection.requires_reauth", "ok", owner.key(), actor, detail);
    }
  }

  private VersionedCredential open(Found found, Actor actor) {
    CredentialStore.Row row = found.row();
    return new VersionedCredential(
        row.version(), seals.open(found.owner(), found.connection(), row.sealed(), actor));
  }

  private Found find(Transaction tx, Owner owner, ConnectionId id, Use use) {
    ActiveOwner active = owners.require(tx, owner);
    Connection connection =
        tx.connections().find(owner, id).orElseThrow(Problems::noSuchConnection);
    use.check(connection);
    CredentialStore.Row row =
        tx.credentials().find(id).orElseThrow(() -> Problems.reauthRequired(id));
    return new Found(active, connection, row);
  }

  private record Found(ActiveOwner owner, Connection connection, CredentialStore.Row row) {}
}
