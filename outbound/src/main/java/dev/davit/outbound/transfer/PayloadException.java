package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
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

  /** It can't be read to its end. */
  public static PayloadException unreadable(IOException cause) {
    return new PayloadException("the content can't be read", cause, false);
  }

  /** It has more bytes than it said, or fewer. */
  public static PayloadException wrongLength() {
    return new PayloadException("the content has not as many bytes as it said", null, true);
  }

  /**
   * What to say of it: {@link ErrorKind#INVALID_REQUEST} for a wrong length, else {@link
   * ErrorKind#UNAVAILABLE}.
   */
  public CloudException told() {
    return wrongLength
        ? new CloudException(
            ErrorKind.INVALID_REQUEST, "The content has not as many bytes as it said.", this)
        : new CloudException(
            ErrorKind.UNAVAILABLE, "The content could not be read to its end.", this);
  }
}
