package dev.davit.internal.providers;

import dev.davit.internal.providers.Circuit.Outcome;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call, in as many tries as it may take, all within its deadline. */
final class Attempts<T> {
  private final Surroundings around;
  private final FarSide far;
  private final String server;
  private final Operation operation;
  private final Supplier<T> work;
  private final long end;

  /**
   * A call.
   *
   * @param server which of the provider's it goes to
   * @param work one try
   */
  Attempts(Surroundings around, FarSide far, String server, Operation operation, Supplier<T> work) {
    this.around = around;
    this.far = far;
    this.server = server;
    this.operation = operation;
    this.work = work;
    this.end = around.timing().nanos() + around.deadline().toNanos();
  }

  T run() {
    @Nullable CloudException last = null;
    for (int tried = 1; ; tried++) {
      Door.Pass pass = enter(last);
      try {
        return attempt(pass);
      } catch (CloudException failure) {
        if (!pauses(failure, tried)) {
          throw failure;
        }
        last = failure;
      }
    }
  }

  /** What is not under the deadline has all of it for each pause. */
  private Duration left() {
    if (!operation.limited()) {
      return around.deadline();
    }
    return Duration.ofNanos(Math.max(1, end - around.timing().nanos()));
  }

  /** A call that failed already is not told of the door, but of its own failure. */
  private Door.Pass enter(@Nullable CloudException last) {
    try {
      return around.door().enter(far, server, operation, left());
    } catch (CloudException refused) {
      throw last == null ? refused : last;
    }
  }

  private T attempt(Door.Pass pass) {
    Outcome outcome = Outcome.NONE;
    try {
      T result = operation.limited() ? limited(pass) : unlimited(pass);
      outcome = Outcome.GOOD;
      return result;
    } catch (TimeoutException e) {
      outcome = Outcome.BAD;
      throw late(e);
    } catch (CloudException failure) {
      outcome = isTheirs(failure) ? Outcome.BAD : Outcome.NONE;
      throw failure;
    } finally {
      pass.end(outcome);
    }
  }

  private T limited(Door.Pass pass) throws TimeoutException {
    return around.workers().within(left(), work, pass::leave);
  }

  private T unlimited(Door.Pass pass) {
    try {
      return work.get();
    } finally {
      pass.leave();
    }
  }

  /** An upload also fails where whoever sends it does, and any call where it is called off. */
  private boolean isTheirs(CloudException failure) {
    return failure.kind() == ErrorKind.UNAVAILABLE
        && operation != Operation.WRITE
        && !(failure.getCause() instanceof InterruptedException)
        && !far.own().test(failure);
  }

  private CloudException late(TimeoutException e) {
    return new CloudException(
        ErrorKind.UNAVAILABLE,
        operation.repeatable()
            ? "The provider did not answer in time. Try again later."
            : "The provider did not answer in time. Look whether it was done before you try again.",
        e);
  }

  private boolean pauses(CloudException failure, int tried) {
    if (far.own().test(failure)) {
      return false;
    }
    Optional<Duration> pause = around.retries().pause(operation, failure, tried, left());
    try {
      if (pause.isPresent()) {
        around.timing().sleep(pause.get());
      }
      return pause.isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
