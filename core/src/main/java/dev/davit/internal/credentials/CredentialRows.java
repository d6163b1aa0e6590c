package dev.davit.internal.credentials;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.Bytes;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Owner;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The sealed credentials as rows: read, leased, renewed, and given up where a provider no longer
 * accepts them. Each step is one transaction, which looks anew whether owner and connection are
 * still there: nothing that comes late writes to what was disconnected or purged.
 */
public final class CredentialRows {
  private static final String REFRESH_FAILED = "connection.refresh_failed";
  private static final Duration TELLING = Duration.ofHours(1);
  private static final int MANY = 100;

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

  /** The present credential, if the connection is in a status for that use. */
  Stored read(Asked asked) {
    return stores.reading(tx -> find(tx, asked, asked.use()));
  }

  /** Opens what was read; not to be called within a transaction. */
  VersionedCredential open(Stored stored, Asked asked) {
    return new VersionedCredential(
        stored.version(),
        seals.open(stored.owner(), stored.connection(), stored.row().sealed(), asked.actor()));
  }

  /**
   * A newer credential than the one that was refused. If there is none, the connection requires a
   * new log-in from now on: status and audit entry in one transaction, once.
   */
  Optional<Stored> newer(Asked asked, long refused) {
    return stores.inTransaction(
        tx -> {
          Stored found = find(tx, asked, asked.use());
          if (found.version() > refused) {
            return Optional.of(found);
          }
          giveUp(tx, found, "credential_refused", asked);
          return Optional.empty();
        });
  }

  /**
   * Takes the right to refresh a credential, if it is still of that version and nobody else has the
   * right.
   *
   * @return the credential as it is now: newer, leased by the holder, or by another
   */
  Stored lease(Asked asked, long version, String holder, Duration time) {
    return stores.inTransaction(
        tx -> {
          Stored found = find(tx, asked, held(asked));
          return tx.credentials().lease(asked.id(), version, holder, time)
              ? find(tx, asked, held(asked))
              : found;
        });
  }

  /** The present credential of a connection that is not being taken down. */
  Stored look(Asked asked) {
    return stores.reading(tx -> find(tx, asked, held(asked)));
  }

  /**
   * Keeps what a refresh has got in the place of the credential of that version, if the holder has
   * the right to, still. Also while the owner is being purged or the connection taken down: whoever
   * removes what is in it, and revokes the grant, needs what was got last.
   *
   * @return the credential as it is now; empty if the right is no longer the holder's, and nothing
   *     was written
   */
  Optional<Stored> renew(Asked asked, long version, String holder, OAuthTokens tokens) {
    return stores.inTransaction(
        tx -> {
          Stored found = find(tx, asked, Use.PURGE);
          Bytes sealed = seals.seal(tx, found.owner(), found.connection(), tokens);
          return tx.credentials().renew(asked.id(), version, holder, sealed)
              ? Optional.of(find(tx, asked, Use.PURGE))
              : Optional.empty();
        });
  }

  /**
   * Gives up a grant that is dead, if the credential is still of that version and the holder has
   * the right to refresh it: status and audit entry in one transaction, once.
   *
   * @return whether it was given up; if not, nothing was written
   */
  boolean giveUp(Asked asked, long version, String holder) {
    return stores.inTransaction(
        tx -> {
          Stored found = find(tx, asked, held(asked));
          boolean ours = found.version() == version && found.isLeasedBy(holder);
          if (ours) {
            giveUp(tx, found, "grant_dead", asked);
            tx.credentials().release(asked.id(), holder);
          }
          return ours;
        });
  }

  /**
   * Gives the right to refresh back after a failure, and tells of it, unless that was done within
   * the last hour: while a provider is away every use of a connection fails.
   */
  void failed(Asked asked, String holder, ErrorKind kind) {
    stores.inTransaction(
        tx -> {
          tx.credentials().release(asked.id(), holder);
          tx.connections()
              .find(asked.owner(), asked.id())
              .filter(connection -> !isToldOf(tx, connection))
              .ifPresent(connection -> tell(tx, connection, kind, asked.actor()));
          return true;
        });
  }

  private static boolean isToldOf(Transaction tx, Connection connection) {
    Instant from = tx.now().minus(TELLING);
    AuditFilter recent =
        new AuditFilter(connection.owner().key(), REFRESH_FAILED, null, from, null);
    return tx.audit().find(recent, null, MANY).stream()
        .map(AuditEntry::personal)
        .anyMatch(told -> told != null && told.detail().equals(what(connection)));
  }

  private void tell(Transaction tx, Connection connection, ErrorKind kind, Actor actor) {
    String outcome = kind.name().toLowerCase(Locale.ROOT);
    audit.record(tx, REFRESH_FAILED, outcome, connection.owner().key(), actor, what(connection));
  }

  private static String what(Connection connection) {
    return connection.provider() + " " + connection.id();
  }

  /** Gives the right to refresh back. */
  void release(Asked asked, String holder) {
    stores.inTransaction(
        tx -> {
          tx.credentials().release(asked.id(), holder);
          return true;
        });
  }

  /** What whoever refreshes a credential needs of it. */
  static Use held(Asked asked) {
    return asked.use() == Use.PURGE ? Use.PURGE : Use.CHECK;
  }

  private void giveUp(Transaction tx, Stored found, String reason, Asked asked) {
    Connection connection = found.connection();
    Owner owner = found.owner().owner();
    tx.connections().setStatus(owner, connection.id(), Status.REQUIRES_REAUTH, reason);
    if (connection.status() == Status.ACTIVE) {
      audit.record(
          tx, "connection.requires_reauth", "ok", owner.key(), asked.actor(), what(connection));
    }
  }

  private Stored find(Transaction tx, Asked asked, Use use) {
    ActiveOwner active =
        use.takesDown()
            ? owners.requireForCleaning(tx, asked.owner())
            : owners.require(tx, asked.owner());
    Connection connection =
        tx.connections().find(asked.owner(), asked.id()).orElseThrow(Problems::noSuchConnection);
    use.check(connection);
    CredentialStore.Row row =
        tx.credentials().find(asked.id()).orElseThrow(() -> Problems.reauthRequired(asked.id()));
    return new Stored(active, connection, row, tx.now());
  }
}
