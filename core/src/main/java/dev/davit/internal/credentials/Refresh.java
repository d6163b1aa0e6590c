package dev.davit.internal.credentials;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import java.time.Duration;
import java.util.function.Supplier;

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

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final System.Logger LOG = System.getLogger("dev.davit.credentials");

  private final CredentialRows rows;
  private final TokenEndpoint endpoint;
  private final Timing timing;
  private final IdSource ids;

  Refresh(CredentialRows rows, TokenEndpoint endpoint, Timing timing, IdSource ids) {
    this.rows = rows;
    this.endpoint = endpoint;
    this.timing = timing;
    this.ids = ids;
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
        return rows.open(turn, asked);
      }
      if (turn.isLeasedBy(holder)) {
        long end = leased + LEASE.toNanos();
        return rows.open(new Turn(asked, turn, holder, end).take(), asked);
      }
      awaitOther(asked, version, patience);
    }
  }

  /** Waits until another has refreshed it, or has not and its time is up. */
  private void awaitOther(Asked asked, long version, long patience) {
    Stored seen;
    do {
      if (timing.nanos() >= patience) {
        throw new CloudException(
            ErrorKind.UNAVAILABLE, "The connection is being renewed elsewhere. Try again.");
      }
      sleep(LOOK);
      seen = rows.look(asked);
    } while (seen.version() <= version && seen.isLeased());
  }

  private void sleep(Duration time) {
    try {
      timing.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudException(ErrorKind.UNAVAILABLE, "The call was called off. Try again.", e);
    }
  }

  /** What is done by whoever holds the lease. */
  private final class Turn {
    private final Asked asked;
    private final Stored stored;
    private final String holder;
    private final long end;

    Turn(Asked asked, Stored stored, String holder, long end) {
      this.asked = asked;
      this.stored = stored;
      this.holder = holder;
      this.end = end;
    }

    Stored take() {
      OAuthTokens fresh;
      try {
        fresh = endpoint.refresh(stored.connection(), rows.open(stored, asked).credential());
      } catch (CloudException failure) {
        return failed(failure);
      } catch (RuntimeException failure) {
        release(failure);
        throw failure;
      }
      return keep(fresh);
    }

    private Stored failed(CloudException failure) {
      if (failure.kind() != ErrorKind.REAUTH_REQUIRED) {
        release(failure);
        throw failure;
      }
      if (whileLeased(() -> rows.giveUp(asked, stored.version(), holder))) {
        throw Problems.reauthRequired(asked.id());
      }
      return newer(rows.look(asked));
    }

    /** What others have written meanwhile; if they have not, our time was over before we could. */
    private Stored newer(Stored present) {
      if (present.version() > stored.version()) {
        return present;
      }
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The connection could not be renewed in time. Try again.");
    }

    private Stored keep(OAuthTokens fresh) {
      try {
        return newer(whileLeased(() -> rows.renew(asked, stored.version(), holder, fresh)));
      } catch (CloudException failure) {
        tell(failure);
        throw failure;
      }
    }

    /** Nobody misses the tokens of a connection that is gone. */
    private void tell(CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} renewed the connection {1}, but that could not be kept: {2}",
            stored.connection().provider(),
            asked.id(),
            failure.kind());
      }
    }

    /** Writes, again and again while the database can't be reached and the lease lasts. */
    private <T> T whileLeased(Supplier<T> write) {
      Duration pause = FIRST_PAUSE;
      while (true) {
        try {
          return write.get();
        } catch (CloudException failure) {
          if (failure.kind() != ErrorKind.UNAVAILABLE || timing.nanos() + pause.toNanos() >= end) {
            throw failure;
          }
        }
        sleep(pause);
        pause = longer(pause);
      }
    }

    private Duration longer(Duration pause) {
      Duration twice = pause.multipliedBy(2);
      return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void release(RuntimeException failure) {
      try {
        rows.release(asked, holder);
      } catch (RuntimeException later) {
        failure.addSuppressed(later);
      }
    }
  }
}
