package dev.davit.app;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a server stands on and can't have. Each is tried, so that all of it is said at once and not
 * one at each start.
 */
final class StartFaults {
  private final List<CloudException> faults = new ArrayList<>();

  /**
   * Opens something.
   *
   * @param mend which settings an operator should look at if it fails
   * @return answers it after {@link #check}
   */
  <T> Supplier<T> attempt(String mend, Supplier<T> opening) {
    try {
      T opened = opening.get();
      return () -> opened;
    } catch (CloudException e) {
      CloudException fault = new CloudException(e.kind(), e.getMessage() + " " + mend, e);
      faults.add(fault);
      return () -> {
        throw fault;
      };
    }
  }

  /**
   * Ends the start if something failed.
   *
   * @throws CloudException what failed; {@link ErrorKind#MISCONFIGURED} with a line for each if it
   *     was more than one
   */
  void check() {
    if (faults.size() == 1) {
      throw faults.get(0);
    }
    if (!faults.isEmpty()) {
      CloudException all =
          new CloudException(
              ErrorKind.MISCONFIGURED,
              faults.stream()
                  .map(CloudException::getMessage)
                  .collect(Collectors.joining(System.lineSeparator())));
      faults.forEach(all::addSuppressed);
      throw all;
    }
  }
}
