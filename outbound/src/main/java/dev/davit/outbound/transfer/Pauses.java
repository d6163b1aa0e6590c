package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;

/** Waits until it is time to ask again. */
@FunctionalInterface
public interface Pauses {
  /** As long as it takes. */
  Pauses REAL =
      time -> {
        try {
          Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CloudException(
              ErrorKind.UNAVAILABLE, "Nobody waits for the upload any more.", e);
        }
      };

  /**
   * Waits.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the thread was interrupted
   */
  void pause(Duration time);
}
