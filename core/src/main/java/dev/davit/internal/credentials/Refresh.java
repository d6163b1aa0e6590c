package dev.davit.internal.credentials;

import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.Observer;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.VersionedCredential;
import java.time.Duration;

/**
 * One refresh of one connection: the lease in its row, the provider outside any transaction, then
 * what came of it in one. Between the provider's answer and its commit there is nothing else: a
 * provider that takes a new refresh token for each answer and punishes the use of an old one has
 * ended the grant if this process dies there, and nobody can heal that. While the lease lasts, a
 * commit that fails is tried again.
 */
final class Refresh {
  /** For how long nobody else refreshes; longer than the call to the provider may take. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** How often it is looked whether another has done. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** For how long another is waited for: its lease, and a little. */
  private static final Duration OTHERS = LEASE.plusSeconds(5);

  private final CredentialRows rows;
  private final TokenEndpoint endpoint;
  private final Timing timing;
  private final IdSource ids;
  private final Observer observer;

  Refresh(
      CredentialRows rows, TokenEndpoint endpoint, Timing timing, IdSource ids, Observer observer) {
    this.rows = rows;
    this.endpoint = endpoint;
    this.timing = timing;
    this.ids = ids;
    this.observer = observer;
  }

  /**
   * A newer credential than the one of this version: another's, or one that the provider gives now.
   *
   * @throws CloudException {@link ErrorKind#REAUTH_REQUIRED} if the grant is dead; by then the
   *     connection says so
   */
  VersionedCredential run(Asked asked, long version) {
    String holder = ids.next();
    long patience = timing.nanos() + OTHERS.toNanos();
    while (true) {
      long leased = timing.nanos();
      Stored turn = rows.lease(asked, version, holder, LEASE);
      if (turn.version() > version) {
        tell(turn, RefreshOutcome.ELSEWHERE);
        return rows.open(turn, asked);
      }
      if (turn.isLeasedBy(holder)) {
        long end = leased + LEASE.toNanos();
        return rows.open(take(new Turn(rows, timing, asked, turn, holder, end), turn), asked);
      }
      awaitOther(asked, version, patience);
    }
  }

  private Stored take(Turn turn, Stored leased) {
    try {
      return turn.take(endpoint);
    } finally {
      tell(leased, turn.outcome());
    }
  }

  private void tell(Stored of, RefreshOutcome outcome) {
    observer.refresh(of.connection().provider(), outcome);
  }

  /** Waits until another has refreshed it, or has not and its time is up. */
  private void awaitOther(Asked asked, long version, long patience) {
    Stored seen;
    do {
      if (timing.nanos() >= patience) {
        throw new CloudException(
            ErrorKind.UNAVAILABLE, "The connection is being renewed elsewhere. Try again.");
      }
      Pauses.sleep(timing, LOOK);
      seen = rows.look(asked);
    } while (seen.version() <= version && seen.isLeased());
  }
}
