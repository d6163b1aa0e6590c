package dev.davit.outbound.transfer;

import java.io.IOException;

/** The server took too long, and was cut off. */
public final class DeadlineException extends IOException {
  private static final long serialVersionUID = 1L;

  DeadlineException(IOException cause) {
    super("the server took too long", cause);
  }
}
