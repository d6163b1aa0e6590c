package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often something that may be sent twice is tried again, and how long is waited before: full
 * jitter below a bound that doubles, or as long as the provider says, within limits of both tries
 * and time. What gets ahead starts anew.
 */
public final class Patience {
  private static final int TRIES = 6;
  private static final long FIRST_MILLIS = 500;
  private static final Duration LONGEST = Duration.ofSeconds(32);

  /** What all pauses since the last step ahead may take together. */
  private static final Duration TOTAL = Duration.ofMinutes(2);

  private final Pauses pauses;
  private int failed;
  private Duration waited = Duration.ZERO;

  /** Patience that nothing has tried yet. */
  public Patience(Pauses pauses) {
    this.pauses = pauses;
  }

  /** It got ahead. */
  public void gotAhead() {
    failed = 0;
    waited = Duration.ZERO;
  }

  /**
   * Waits after a failure.
   *
   * @throws CloudException the failure, if trying again is of no use, or was tried long enough
   */
  public void after(CloudException failure) {
    Duration pause = failure.retryAfter().orElseGet(this::jitter);
    if (!isTransient(failure) || ++failed >= TRIES || waited.plus(pause).compareTo(TOTAL) > 0) {
      throw failure;
    }
    waited = waited.plus(pause);
    pauses.pause(pause);
  }

  /** Whether the same request may succeed later; a page for people may be gone by then, too. */
  private static boolean isTransient(CloudException failure) {
    return switch (failure.kind()) {
      case UNAVAILABLE, RATE_LIMITED, PROTOCOL -> true;
      default -> false;
    };
  }

  private Duration jitter() {
    long bound = Math.min(LONGEST.toMillis(), FIRST_MILLIS << failed);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
  }
}
