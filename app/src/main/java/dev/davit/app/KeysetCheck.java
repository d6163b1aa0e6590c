package dev.davit.app;

import dev.davit.Davit;
import dev.davit.http.DavitServer;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.nio.file.Path;

/**
 * Whether the keyset is the one that the database was used with. With another, what is stored from
 * now on could be read by this node only, and what was stored before by others only.
 */
final class KeysetCheck {
  private KeysetCheck() {}

  /**
   * Opens what each server seals in the database before it serves.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} if the keyset does not open it
   */
  static void check(Davit davit, Path keyset) {
    try {
      DavitServer.openKeys(davit);
    } catch (CloudException e) {
      throw isRefused(e) ? anotherKeyset(keyset, e) : e;
    }
  }

  /** Failures of the database have a cause; a key that is not there has none. */
  private static boolean isRefused(CloudException e) {
    return e.kind() == ErrorKind.INTEGRITY
        || (e.kind() == ErrorKind.UNAVAILABLE && e.getCause() == null);
  }

  private static CloudException anotherKeyset(Path keyset, CloudException cause) {
    return new CloudException(
        ErrorKind.MISCONFIGURED,
        "The keyset file "
            + keyset
            + " does not open what the database holds: it is not the one that this database was"
            + " used with. Put that one back from where you keep a copy, or name it in"
            + " DAVIT_KEYSET_FILE; all nodes have the same.",
        cause);
  }
}
