package dev.davit.drive.internal.upload;

import dev.davit.outbound.transfer.Pauses;
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
    Patience patience = new Patience(pauses);
    while (true) {
      try {
        return step.get();
      } catch (CloudException failure) {
        Optional<T> seen = isUndecided(failure) ? seen(look, failure) : Optional.empty();
        if (seen.isPresent()) {
          return seen.get();
        }
        patience.after(failure);
      }
    }
  }

  /** A conflict may be one with what an earlier try has made. */
  private static boolean isUndecided(CloudException failure) {
    return failure.kind() == ErrorKind.UNAVAILABLE
        || failure.kind() == ErrorKind.PROTOCOL
        || failure.kind() == ErrorKind.CONFLICT;
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
