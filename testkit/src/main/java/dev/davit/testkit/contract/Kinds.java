package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Errors by their kind. */
final class Kinds {
  private Kinds() {}

  /** Holds that a call fails with an error of this kind. */
  static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      ErrorKind kind, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure ->
                assertThat(failure.kind()).as("kind of: %s", failure.getMessage()).isEqualTo(kind));
  }
}
