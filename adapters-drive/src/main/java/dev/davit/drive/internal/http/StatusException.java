package dev.davit.drive.internal.http;

import dev.davit.ports.Explained;
import org.jspecify.annotations.Nullable;

/** The status and reason that stand behind an error, for the operator's log. */
final class StatusException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  /**
   * A status.
   *
   * @param word Google's word for the reason, which is shown only if it is one that we know
   */
  StatusException(int status, @Nullable String word) {
    super("Google answered " + status);
    this.status = status;
    this.reason = Reason.of(word) == null ? "status " + status : "status " + status + " " + word;
  }

  @Override
  public String reason() {
    return reason;
  }

  int status() {
    return status;
  }
}
