package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what can be told to have happened. Where no answer comes, or one that says nothing, it looks
 * before it does it again: so that a lost answer neither makes a second one nor is taken for
 * somebody else's.
 */
public final class Certainty {
  private final Pauses pauses;

  /** Certainty about any number of steps. */
  public Certainty(Pauses pauses) {
    this.pauses = pauses;
  }

  /**
   * Does it.
   *
   * @param step that may be done twice, should it not have happened
   * @param look whether it has happened
   */
  public <T> T of(Supplier<T> step, Supplier<Optional<T>> look) {
    return surely(step, look, true);
  }

  /**
   * As {@link #of}, where nothing but what it looks like tells its own from another's: a conflict
   * is one with somebody else unless an earlier try may have happened.
   */
  public <T> T ofNew(Supplier<T> step, Supplier<Optional<T>> look) {
    return surely(step, look, false);
  }

  private <T> T surely(Supplier<T> step, Supplier<Optional<T>> look, boolean conflictIsOurs) {
    Patience patience = new Patience(pauses);
    boolean maybe = conflictIsOurs;
    while (true) {
      try {
        return step.get();
      } catch (CloudException failure) {
        maybe |= isUnanswered(failure);
        boolean conflict = failure.kind() == ErrorKind.CONFLICT && maybe;
        Optional<T> seen =
            conflict || isUnanswered(failure) ? seen(look, failure) : Optional.empty();
        if (seen.isPresent()) {
          return seen.get();
        }
        patience.after(failure);
      }
    }
  }

  private static boolean isUnanswered(CloudException failure) {
    return failure.kind() == ErrorKind.UNAVAILABLE || failure.kind() == ErrorKind.PROTOCOL;
  }

  private static <T> Optional<T> seen(Supplier<Optional<T>> look, CloudException failure) {
    try {
      return look.get();
    } catch (CloudException blind) {
      failure.addSuppressed(blind);
      throw failure;
    }
  }
}
