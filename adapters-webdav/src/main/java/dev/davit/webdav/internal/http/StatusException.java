package dev.davit.webdav.internal.http;

import dev.davit.ports.Explained;

/** The status that stands behind an error, for the operator's log. */
public final class StatusException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(int status) {
    super("the server answered " + status);
    this.status = status;
  }

  @Override
  public String reason() {
    return "status " + status;
  }

  int status() {
    return status;
  }
}
