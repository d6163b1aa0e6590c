package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a grant that a provider has just given, however it was obtained. */
public final class Connecting {
  private final Stores stores;
  private final Owners owners;
  private final Seals seals;
  private final AuditLog audit;
  private final IdSource ids;

  public Connecting(Stores stores, Owners owners, Seals seals, AuditLog audit, IdSource ids) {
    this.stores = stores;
    this.owners = owners;
    this.seals = seals;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Adds the account, or renews the connection that this owner has of it; all in one transaction.
   *
   * @param expected who the owner was, or was to be, when this began
   * @param asked when, at the latest, the provider had not yet been asked
   * @param name what the user calls it; null for what it is called, or else its label
   * @throws CloudException {@code CONFLICT} if the account was being disconnected meanwhile
   */
  public Connection keep(
      Owner expected,
      Instant asked,
      ProviderId provider,
      Grant grant,
      @Nullable String name,
      Actor actor) {
    return seals.audited(
        expected.key(),
        actor,
        "the owner's data key",
        () ->
            stores.inTransaction(
                tx -> {
                  Ending.refuseDoubtful(tx, provider, grant.subject(), asked);
                  return keep(tx, owners.findOrAdd(tx, expected), provider, grant, name, actor);
                }));
  }

  /**
   * As {@link #keep(Owner, Instant, ProviderId, Grant, String, Actor)} without regard to the time,
   * in a transaction that has begun.
   */
  public Connection keep(
      Transaction tx,
      ActiveOwner owner,
      ProviderId provider,
      Grant grant,
      @Nullable String name,
      Actor actor) {
    Optional<Connection> known =
        tx.connections().findBySubject(owner.owner(), provider, grant.subject());
    Connection kept =
        known.isPresent()
            ? renew(tx, owner, known.get(), grant, name)
            : add(tx, owner, provider, grant, name);
    String action = known.isPresent() ? "connection.reconnected" : "connection.connected";
    audit.record(tx, action, "ok", owner.owner().key(), actor, provider + " " + kept.id());
    return kept;
  }

  private Connection add(
      Transaction tx, ActiveOwner owner, ProviderId provider, Grant grant, @Nullable String name) {
    Connection connection =
        new Connection(
            new ConnectionId(ids.next()),
            owner.owner(),
            provider,
            name == null ? Labels.displayName(grant.label(), provider) : name,
            Labels.shown(grant.label()),
            grant.subject(),
            Status.ACTIVE,
            null,
            1,
            tx.now(),
            null);
    tx.connections().insert(connection);
    tx.credentials().insert(connection.id(), seals.seal(tx, owner, connection, grant.credential()));
    return connection;
  }

  private Connection renew(
      Transaction tx, ActiveOwner owner, Connection known, Grant grant, @Nullable String name) {
    if (known.status() == Status.DISCONNECTING) {
      throw Problems.beingDisconnected();
    }
    replace(tx, known.id(), seals.seal(tx, owner, known, grant.credential()));
    tx.connections().setStatus(owner.owner(), known.id(), Status.ACTIVE, null);
    tx.connections().raiseEpoch(owner.owner(), known.id());
    String displayName = name == null ? known.displayName() : name;
    tx.connections().rename(owner.owner(), known.id(), displayName, Labels.shown(grant.label()));
    return tx.connections().find(owner.owner(), known.id()).orElseThrow(Problems::noSuchConnection);
  }

  private static void replace(Transaction tx, ConnectionId id, Bytes sealed) {
    Optional<CredentialStore.Row> row = tx.credentials().find(id);
    if (row.isEmpty()) {
      tx.credentials().insert(id, sealed);
    } else if (!tx.credentials().replace(id, row.get().version(), sealed)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The connection was just renewed elsewhere. Try again.");
    }
  }

  /** What providers call accounts, made fit to be shown. */
  private static final class Labels {
    static String displayName(String label, ProviderId provider) {
      String shown = shown(label);
      return Inputs.displayName(shown.isEmpty() ? provider.value() : shown);
    }

    static String shown(String label) {
      String clean =
          label
              .codePoints()
              .filter(
                  c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
              .limit(100)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      return clean.strip();
    }
  }
}
