package dev.davit.outbound;

import java.io.IOException;

/** A body was cut because it was too large or came too slowly. */
public final class BodyLimitException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyLimitException(String message) {
    super(message);
  }
}
