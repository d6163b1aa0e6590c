package dev.davit.ports;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that crosses a wall: a kind, a message that is safe to show to the user, hints,
 * and for {@link ErrorKind#RATE_LIMITED}, {@link ErrorKind#LOCKED} and {@link
 * ErrorKind#UNAVAILABLE} perhaps a delay. Neither the message nor the hints ever hold a secret or a
 * provider's own text; the cause may, and is for the operator's log only.
 *
 * <p>Programming errors stay {@link IllegalArgumentException} and {@link NullPointerException}.
 */
public final class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final transient Hints hints;
  private final @Nullable Duration retryAfter;

  public CloudException(ErrorKind kind, String message) {
    this(kind, message, Hints.NONE, null, null);
  }

  public CloudException(ErrorKind kind, String message, Throwable cause) {
    this(kind, message, Hints.NONE, null, cause);
  }

  public CloudException(ErrorKind kind, String message, Hints hints) {
    this(kind, message, hints, null, null);
  }

  /**
   * An error with everything that can be said of it.
   *
   * @param message a sentence for the person who must act
   * @param retryAfter how long to wait before the same call may succeed; not negative
   */
  public CloudException(
      ErrorKind kind,
      String message,
      Hints hints,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.hints = hints;
    this.retryAfter = retryAfter;
  }

  public ErrorKind kind() {
    return kind;
  }

  public Hints hints() {
    return hints;
  }

  /** How long to wait before the same call may succeed, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
