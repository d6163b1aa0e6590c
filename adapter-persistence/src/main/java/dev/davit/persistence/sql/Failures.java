package dev.davit.persistence.sql;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns the database's failures into ours. No text of the driver's is in their messages. */
final class Failures {
  private Failures() {}

  static CloudException unavailable(String message, @Nullable Throwable cause) {
    return new CloudException(ErrorKind.UNAVAILABLE, message, Hints.NONE, null, cause);
  }

  static CloudException unavailable(Throwable failure) {
    return unavailable("The database can't be used at the moment.", sqlCause(failure));
  }

  static CloudException busy() {
    return unavailable("The database is busy. Try again in a moment.", null);
  }

  /** Passes the interrupt on. */
  static CloudException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return unavailable("The server is stopping.", e);
  }

  static CloudException misconfigured(String message) {
    return new CloudException(ErrorKind.MISCONFIGURED, message);
  }

  static CloudException unfit(String message) {
    return new CloudException(ErrorKind.INVALID_REQUEST, message);
  }

  static CloudException conflict(@Nullable Throwable failure) {
    return new CloudException(
        ErrorKind.CONFLICT,
        "It is there already, or what it belongs to is not.",
        Hints.NONE,
        null,
        failure);
  }

  /**
   * The driver's own exception: what wraps it may quote the values that were bound.
   *
   * @return null if there is none
   */
  static @Nullable SQLException sqlCause(Throwable failure) {
    Throwable at = failure;
    while (at != null && !(at instanceof SQLException)) {
      at = at.getCause();
    }
    return (SQLException) at;
  }
}
