package dev.davit.onedrive.internal.http;

import dev.davit.ports.Explained;
import org.jspecify.annotations.Nullable;

/** The status and code that stand behind an error, for the operator's log. */
final class StatusException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Reason reason;

  StatusException(int status, @Nullable Reason reason) {
    super("Microsoft answered " + status);
    this.status = status;
    this.reason = reason;
  }

  @Override
  public String reason() {
    return "status " + status + (reason == null ? "" : " " + reason.code());
  }

  int status() {
    return status;
  }

  @Nullable Reason known() {
    return reason;
  }
}
