package dev.davit.webdav.internal.http;

/** The status that stands behind an error, for the operator's log. */
public final class StatusException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(int status) {
    super("the server answered " + status);
    this.status = status;
  }

  int status() {
    return status;
  }
}
