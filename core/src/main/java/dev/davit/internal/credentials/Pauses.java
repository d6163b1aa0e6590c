package dev.davit.internal.credentials;

import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;

/** Pauses of a refresh that end with the call for which it is made. */
final class Pauses {
  private Pauses() {}

  static void sleep(Timing timing, Duration time) {
    try {
      timing.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudException(ErrorKind.UNAVAILABLE, "The call was called off. Try again.", e);
    }
  }
}
