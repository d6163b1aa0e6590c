package dev.davit.internal.logins;

import dev.davit.ports.CloudException;
import java.util.function.BooleanSupplier;

/** Tries what something else makes up for, should it fail. */
final class Quietly {
  private Quietly() {}

  /** Whether it was done. */
  static boolean tryTo(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (CloudException failure) {
      return false;
    }
  }
}
