package dev.davit.outbound.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was to be sent is at fault, not the server. */
public final class PayloadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean wrongLength;

  private PayloadException(String message, @Nullable IOException cause, boolean wrongLength) {
    super(message, cause);
    this.wrongLength = wrongLength;
  }

  static PayloadException unreadable(IOException cause) {
    return new PayloadException("the content can't be read", cause, false);
  }

  static PayloadException wrongLength() {
    return new PayloadException("the content has not as many bytes as it said", null, true);
  }

  /** Whether it was shorter or longer than it said; else it could not be read. */
  public boolean isWrongLength() {
    return wrongLength;
  }
}
