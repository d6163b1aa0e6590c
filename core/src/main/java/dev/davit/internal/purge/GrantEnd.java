package dev.davit.internal.purge;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ends what an emptied connection was granted, then removes the connection and its credential. */
public final class GrantEnd {
  private static final Set<ErrorKind> UNREADABLE =
      EnumSet.of(ErrorKind.INTEGRITY, ErrorKind.REAUTH_REQUIRED);

  private final ConnectionAccess access;
  private final Revocation revocation;

  public GrantEnd(ConnectionAccess access, Revocation revocation) {
    this.access = access;
    this.revocation = revocation;
  }

  void run(Round round, Connection connection) {
    if (round.read(tx -> isUsed(tx, connection))) {
      round.await();
      return;
    }
    try {
      forget(round, connection, end(connection));
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
   * Ends the grant that is this connection's alone, and answers how that counts. Without a
   * credential that can be read nobody can end it here, however long that is tried.
   */
  private UnaryOperator<Purge> end(Connection connection) {
    try {
      StoredCredentials source = access.credentials(connection, Use.DISCONNECT, Actor.DAVIT);
      boolean left = revocation.end(source, connection) == Revocation.Outcome.LEFT;
      return purge -> left ? Counts.grantLeft(purge) : purge;
    } catch (CloudException failure) {
      if (UNREADABLE.contains(failure.kind())) {
        return purge -> Counts.givenUp(purge, connection.provider());
      }
      throw failure;
    }
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
