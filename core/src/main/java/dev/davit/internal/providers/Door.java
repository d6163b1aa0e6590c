package dev.davit.internal.providers;

import dev.davit.internal.providers.Circuit.Outcome;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import dev.davit.ports.Hints;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets calls to a server through: no more at once than it bears, and none while it is left alone.
 */
final class Door {
  private static final Duration BUSY = Duration.ofSeconds(2);

  private final Origins origins;
  private final Duration patience;
  private final Timing timing;

  /**
   * A door.
   *
   * @param patience how long a call waits for a place
   */
  Door(Origins origins, Duration patience, Timing timing) {
    this.origins = origins;
    this.patience = patience;
    this.timing = timing;
  }

  /**
   * Lets a call through, which must end its pass and leave.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE}, with the time to wait
   */
  Pass enter(FarSide far, String server, Operation operation, Duration left) {
    Origin origin = origins.hold(far.provider(), server);
    boolean entered = false;
    try {
      checkOpen(origin.circuit().rest(timing.nanos()));
      Semaphore places = origin.places(operation);
      take(places, left.compareTo(patience) < 0 ? left : patience);
      Pass pass = pass(origin, places);
      entered = true;
      return pass;
    } finally {
      if (!entered) {
        origins.release(origin);
      }
    }
  }

  private Pass pass(Origin origin, Semaphore places) {
    Circuit.Answer answer = origin.circuit().enter();
    if (!answer.admitted()) {
      places.release();
      checkOpen(answer.rest());
    }
    return new Pass(origin, places, answer.probe());
  }

  private static void checkOpen(Duration wait) {
    if (!wait.isZero()) {
      throw refusal(
          "The provider has not been answering and is left alone for a moment. Try again then.",
          wait);
    }
  }

  private static void take(Semaphore places, Duration patience) {
    try {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw refusal(
            "Too many calls to this provider are under way. Try again in a few seconds.", BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal("The call was called off. Try again.", BUSY);
    }
  }

  private static CloudException refusal(String message, Duration wait) {
    return new CloudException(
        ErrorKind.UNAVAILABLE, message, Hints.NONE, wait, new NotLetThroughException(message));
  }

  /** Stands for a call that was never made. */
  private static final class NotLetThroughException extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    NotLetThroughException(String message) {
      super(message);
    }

    @Override
    public String reason() {
      return "not sent. " + getMessage();
    }
  }

  /** The right to make one call. */
  final class Pass {
    private final Origin origin;
    private final Semaphore places;
    private final boolean probe;

    private Pass(Origin origin, Semaphore places, boolean probe) {
      this.origin = origin;
      this.places = places;
      this.probe = probe;
    }

    /** Whoever called knows what became of it; once. */
    void end(Outcome outcome) {
      if (origin.circuit().ended(probe, outcome)) {
        FailureLog.tellOpen(origin.name(), Circuit.REST);
      }
    }

    /** Nothing of the call is under way any more; once. */
    void leave() {
      places.release();
      origins.release(origin);
    }
  }
}
