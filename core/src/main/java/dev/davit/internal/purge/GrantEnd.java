package dev.davit.internal.purge;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Ends what an emptied connection was granted, then removes the connection and its credential. */
public final class GrantEnd {
  private final ConnectionAccess access;
  private final Revocation revocation;
  private final ProviderRegistry providers;

  public GrantEnd(ConnectionAccess access, Revocation revocation, ProviderRegistry providers) {
    this.access = access;
    this.revocation = revocation;
    this.providers = providers;
  }

  void run(Round round, Connection connection) {
    if (round.read(tx -> isUsed(tx, connection))) {
      round.await();
      return;
    }
    try {
      boolean ended = isEnded(connection);
      forget(round, connection, purge -> ended ? purge : Counts.grantLeft(purge));
    } catch (CloudException failure) {
      if (round.isLate()) {
        forget(round, connection, purge -> Counts.givenUp(purge, connection.provider()));
      } else {
        round.fail(connection.provider(), failure);
      }
    }
  }

  /** Whether documents are still in it, or somebody is refreshing its credential. */
  private static boolean isUsed(Transaction tx, Connection connection) {
    return !tx.documents().in(connection.owner(), connection.id(), null, 1).isEmpty()
        || tx.credentials().find(connection.id()).filter(row -> isLeased(tx, row)).isPresent();
  }

  private static boolean isLeased(Transaction tx, CredentialStore.Row row) {
    Instant until = row.leaseUntil();
    return until != null && tx.now().isBefore(until);
  }

  /**
   * Whether nothing is left of the grant that is this connection's alone. One that the provider
   * says is dead has ended; one that only its user can take back there has not.
   */
  private boolean isEnded(Connection connection) {
    try {
      StoredCredentials source = access.credentials(connection, Use.DISCONNECT, Actor.DAVIT);
      source.current();
      return revocation.revoke(source, connection) || isEndedAt(connection);
    } catch (CloudException failure) {
      if (failure.kind() == ErrorKind.INTEGRITY || failure.kind() == ErrorKind.REAUTH_REQUIRED) {
        return false;
      }
      throw failure;
    }
  }

  private boolean isEndedAt(Connection connection) {
    return providers
        .find(connection.provider())
        .filter(provider -> provider.info().grantsPages().isEmpty())
        .isPresent();
  }

  private static void forget(Round round, Connection connection, UnaryOperator<Purge> counting) {
    round.write(
        tx -> {
          boolean free = tx.documents().in(connection.owner(), connection.id(), null, 1).isEmpty();
          if (free && tx.connections().delete(connection.owner(), connection.id())) {
            round.count(tx, counting);
          }
          return true;
        });
  }
}
