package dev.davit.persistence.vault;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import org.jspecify.annotations.Nullable;

/** How the vault says no. */
final class Refusal {
  private Refusal() {}

  static CloudException integrity(@Nullable Throwable cause) {
    return new CloudException(
        ErrorKind.INTEGRITY,
        "A sealed value was altered or moved, and is refused.",
        Hints.NONE,
        null,
        cause);
  }

  static CloudException unknownKey() {
    return new CloudException(
        ErrorKind.UNAVAILABLE,
        "A value was sealed with a key that is not in this server's keyset.");
  }

  static CloudException keyset(String message) {
    return new CloudException(ErrorKind.MISCONFIGURED, message);
  }

  static CloudException keyset(String message, Throwable cause) {
    return new CloudException(ErrorKind.MISCONFIGURED, message, cause);
  }
}
