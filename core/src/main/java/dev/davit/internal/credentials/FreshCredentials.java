package dev.davit.internal.credentials;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Observer;
import dev.davit.ports.VersionedCredential;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Credentials that can be used: tokens that are about to expire are refreshed before they are
 * handed out, and those that a provider refused are refreshed once, whoever reports it first. What
 * is only taken down is never refreshed: it may well be dead.
 */
public final class FreshCredentials {
  /** How long a caller waits whose tokens are of no use. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long a caller waits whose tokens still live. */
  private static final Duration LIVING_PATIENCE = Duration.ofSeconds(2);

  /** How often a refresh is joined that turns out to have been for an older version. */
  private static final int FLIGHTS = 3;

  /** What makes tokens useless that still live. */
  private static final Set<ErrorKind> FINAL =
      EnumSet.of(ErrorKind.REAUTH_REQUIRED, ErrorKind.NOT_FOUND, ErrorKind.INTEGRITY);

  private final CredentialRows rows;
  private final Refresh refresh;
  private final Flights flights;
  private final Timing timing;

  private FreshCredentials(CredentialRows rows, Refresh refresh, Timing timing) {
    this.rows = rows;
    this.refresh = refresh;
    this.flights = new Flights(timing);
    this.timing = timing;
  }

  /** The credentials of a house. */
  public static FreshCredentials of(
      CredentialRows rows, TokenEndpoint endpoint, Timing timing, IdSource ids, Observer observer) {
    return new FreshCredentials(rows, new Refresh(rows, endpoint, timing, ids, observer), timing);
  }

  /** The credential to use now. */
  VersionedCredential current(Asked asked) {
    long since = flights.ended();
    Stored stored = rows.read(asked);
    VersionedCredential present = rows.open(stored, asked);
    if (asked.use() == Use.DISCONNECT || !Lifetime.isDue(present.credential(), stored.asOf())) {
      return present;
    }
    Duration left = Lifetime.left(present.credential(), stored.asOf());
    return left.isZero()
        ? renewed(asked, present.version(), since, PATIENCE)
        : ahead(asked, stored, present, since, left);
  }

  /** A newer credential than the one of this version, which the provider refused. */
  VersionedCredential rejected(Asked asked, long version) {
    long since = flights.ended();
    Stored stored = rows.read(asked);
    VersionedCredential present = rows.open(stored, asked);
    if (present.version() > version) {
      return present;
    }
    if (asked.use() == Use.DISCONNECT || !(present.credential() instanceof OAuthTokens)) {
      return rows.newer(asked, version)
          .map(newer -> rows.open(newer, asked))
          .orElseThrow(() -> Problems.reauthRequired(asked.id()));
    }
    return renewed(asked, version, since, PATIENCE);
  }

  /** Whatever goes wrong, tokens that still live will do. */
  private VersionedCredential ahead(
      Asked asked, Stored stored, VersionedCredential present, long since, Duration left) {
    if (isLeftAlone(asked, stored)) {
      return present;
    }
    long start = timing.nanos();
    try {
      return renewed(asked, present.version(), since, LIVING_PATIENCE);
    } catch (CloudException failure) {
      if (FINAL.contains(failure.kind()) || timing.nanos() - start >= left.toNanos()) {
        throw failure;
      }
      return present;
    }
  }

  /** Whether another node is at it, or this one was a moment ago. */
  private boolean isLeftAlone(Asked asked, Stored stored) {
    return !flights.isUnderWay(asked.id())
        && (stored.isLeased() || flights.hasJustLanded(asked.id()));
  }

  private VersionedCredential renewed(Asked asked, long version, long since, Duration patience) {
    for (int i = 0; i < FLIGHTS; i++) {
      VersionedCredential fresh =
          flights.join(asked.id(), since, patience, () -> refresh.run(asked, version));
      if (fresh.version() > version) {
        return fresh;
      }
    }
    throw new CloudException(
        ErrorKind.UNAVAILABLE, "The connection is renewed all the time. Try again.");
  }
}
