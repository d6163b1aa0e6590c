package dev.davit.internal.credentials;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.store.Connection.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What is done by whoever holds the lease on a credential. Used once, by one thread. */
final class Turn {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final System.Logger LOG = System.getLogger("dev.davit.credentials");

  private final CredentialRows rows;
  private final Timing timing;
  private final Asked asked;
  private final Stored stored;
  private final String holder;
  private final long end;
  private RefreshOutcome outcome = RefreshOutcome.FAILED;

  /**
   * A holder's turn.
   *
   * @param stored the credential, leased by the holder
   * @param end when the lease is over, in the nanoseconds of the timing
   */
  Turn(CredentialRows rows, Timing timing, Asked asked, Stored stored, String holder, long end) {
    this.rows = rows;
    this.timing = timing;
    this.asked = asked;
    this.stored = stored;
    this.holder = holder;
    this.end = end;
  }

  /** How it ended; failed until it has. */
  RefreshOutcome outcome() {
    return outcome;
  }

  /**
   * Gets new tokens, and keeps them while the lease lasts. Asks for none if the call might outlast
   * the lease, because the database was slow or this node paused: a provider that punishes the use
   * of an old refresh token must not be asked by two nodes at once.
   *
   * @return the credential as it is now: renewed by us, or by others meanwhile
   */
  Stored take(TokenEndpoint endpoint) {
    OAuthTokens fresh;
    try {
      Credential present = rows.open(stored, asked).credential();
      checkTime();
      fresh = endpoint.refresh(stored.connection(), present);
    } catch (CloudException failure) {
      return failed(failure);
    } catch (RuntimeException failure) {
      release(failure);
      throw failure;
    }
    return keep(fresh);
  }

  private void checkTime() {
    if (end - timing.nanos() < TokenEndpoint.DEADLINE.toNanos()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The database took too long to answer. Try again.");
    }
  }

  private Stored failed(CloudException failure) {
    if (failure.kind() != ErrorKind.REAUTH_REQUIRED) {
      if (failure.kind() == ErrorKind.MISCONFIGURED) {
        outcome = RefreshOutcome.MISCONFIGURED;
      }
      tellAndRelease(failure);
      throw failure;
    }
    if (whileLeased(() -> rows.giveUp(asked, stored.version(), holder))) {
      outcome = RefreshOutcome.GRANT_DEAD;
      throw Problems.reauthRequired(asked.id());
    }
    return others();
  }

  /**
   * What others have written meanwhile, or we, and were not told; if nobody has, our time was over
   * before we could.
   */
  private Stored others() {
    Stored present = rows.look(asked);
    if (present.version() > stored.version()) {
      outcome = RefreshOutcome.ELSEWHERE;
      return present;
    }
    if (present.connection().status() == Status.REQUIRES_REAUTH) {
      outcome = RefreshOutcome.GRANT_DEAD;
      throw Problems.reauthRequired(asked.id());
    }
    throw new CloudException(
        ErrorKind.UNAVAILABLE, "The connection could not be renewed in time. Try again.");
  }

  private Stored keep(OAuthTokens fresh) {
    Optional<Stored> kept;
    try {
      kept = whileLeased(() -> rows.renew(asked, stored.version(), holder, fresh));
    } catch (CloudException failure) {
      tell(failure);
      throw failure;
    }
    if (kept.isEmpty()) {
      return others();
    }
    outcome = RefreshOutcome.RENEWED;
    CredentialRows.held(asked).check(kept.get().connection());
    return kept.get();
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
      Pauses.sleep(timing, pause);
      pause = longer(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** What can't be opened, or is gone, is told elsewhere. */
  private void tellAndRelease(CloudException failure) {
    if (failure.kind() == ErrorKind.INTEGRITY || failure.kind() == ErrorKind.NOT_FOUND) {
      release(failure);
      return;
    }
    try {
      rows.failed(asked, holder, failure.kind());
    } catch (RuntimeException later) {
      failure.addSuppressed(later);
    }
  }

  private void release(RuntimeException failure) {
    try {
      rows.release(asked, holder);
    } catch (RuntimeException later) {
      failure.addSuppressed(later);
    }
  }
}
