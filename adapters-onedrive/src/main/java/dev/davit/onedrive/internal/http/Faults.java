package dev.davit.onedrive.internal.http;

import dev.davit.outbound.transfer.PayloadException;
import dev.davit.outbound.transfer.RetryAfter;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Microsoft answers into what callers can act on: by status and {@code error.code},
 * never by text. Where a status means something else for a certain request, that request's code
 * says so first.
 */
public final class Faults {
  private static final String NONSENSE = "Microsoft's answer makes no sense.";

  private Faults() {}

  /** What an answer of Graph says that is not the wanted one. Reads its body; does not close it. */
  public static CloudException of(Answer answer) {
    return of(answer, answer.status() == 401 ? null : ErrorBody.reason(answer));
  }

  /**
   * What an answer from an address without a credential says. That address is what is refused
   * there, never the account: {@link ErrorKind#UNAVAILABLE} for 401 and 403, since a new one may be
   * had.
   */
  public static CloudException bare(Answer answer) {
    int status = answer.status();
    return status == 401 || status == 403
        ? fault(answer, ErrorKind.UNAVAILABLE, Words.NOT_NOW, null)
        : of(answer);
  }

  /** What an answer says by its status alone. Reads nothing of its body. */
  public static CloudException byStatus(Answer answer) {
    return of(answer, null);
  }

  private static CloudException of(Answer answer, @Nullable Reason reason) {
    ErrorKind kind = kind(answer.status());
    return reason == null
        ? fault(answer, kind, message(answer.status(), kind), null)
        : fault(answer, reason.kind(), reason.message(), reason);
  }

  private static CloudException fault(
      Answer answer, ErrorKind kind, String message, @Nullable Reason reason) {
    return new CloudException(
        kind,
        message,
        Hints.NONE,
        RetryAfter.of(answer.header("Retry-After"), answer.header("Date")),
        new StatusException(answer.status(), reason));
  }

  private static ErrorKind kind(int status) {
    return switch (status) {
      case 400, 416, 422 -> ErrorKind.INVALID_REQUEST;
      case 401 -> ErrorKind.TOKEN_REJECTED;
      case 403 -> ErrorKind.PROVIDER_DENIED;
      case 404, 410 -> ErrorKind.NOT_FOUND;
      case 408, 425 -> ErrorKind.UNAVAILABLE;
      case 409 -> ErrorKind.CONFLICT;
      case 412 -> ErrorKind.PRECONDITION_FAILED;
      case 413 -> ErrorKind.TOO_LARGE;
      case 423 -> ErrorKind.LOCKED;
      case 429, 509 -> ErrorKind.RATE_LIMITED;
      case 501 -> ErrorKind.UNSUPPORTED;
      case 507 -> ErrorKind.QUOTA_EXCEEDED;
      default -> status >= 500 && status < 600 ? ErrorKind.UNAVAILABLE : ErrorKind.PROTOCOL;
    };
  }

  private static String message(int status, ErrorKind kind) {
    return switch (kind) {
      case INVALID_REQUEST -> status == 416 ? Words.NO_RANGE : "Microsoft can't do that.";
      case TOKEN_REJECTED -> "Microsoft no longer accepts this connection.";
      case PROVIDER_DENIED -> Words.NOT_THIS_USER;
      case NOT_FOUND -> Words.NOT_THERE;
      case CONFLICT -> Words.IN_THE_WAY;
      case PRECONDITION_FAILED -> Words.CHANGED;
      case TOO_LARGE -> Words.TOO_LARGE;
      case LOCKED -> Words.LOCKED;
      case RATE_LIMITED -> Words.SLOW_DOWN;
      case UNSUPPORTED -> Words.NOT_DONE;
      case QUOTA_EXCEEDED -> Words.FULL;
      case UNAVAILABLE -> Words.NOT_NOW;
      default -> NONSENSE;
    };
  }

  /** There was no answer, or it broke off: whether the request took effect is not known. */
  public static CloudException of(IOException e) {
    return e instanceof PayloadException payload
        ? payload.told()
        : new CloudException(
            ErrorKind.UNAVAILABLE, "Microsoft does not answer. Try again later.", e);
  }

  /** An answer that can't be what it should be. */
  public static CloudException protocol(Throwable cause) {
    return new CloudException(ErrorKind.PROTOCOL, NONSENSE, cause);
  }

  /** It is not there, or not where it should be. */
  public static CloudException notFound() {
    return new CloudException(ErrorKind.NOT_FOUND, Words.NOT_THERE);
  }

  /** The status behind a failure; 0 where there was no answer, or it was not Microsoft's. */
  public static int status(CloudException e) {
    return e.getCause() instanceof StatusException answered ? answered.status() : 0;
  }

  /** Whether Graph gave this reason. */
  public static boolean isFor(CloudException e, Reason reason) {
    return e.getCause() instanceof StatusException answered && answered.known() == reason;
  }

  /** Whether nobody knows if the request took effect: no answer came, or only a gateway's. */
  public static boolean isUndecided(CloudException e) {
    return e.kind() == ErrorKind.UNAVAILABLE
        && (isUnanswered(e)
            || switch (status(e)) {
              case 500, 502, 503, 504 -> true;
              default -> false;
            });
  }

  /** Whether no answer came at all. */
  public static boolean isUnanswered(CloudException e) {
    return e.kind() == ErrorKind.UNAVAILABLE
        && e.getCause() instanceof IOException cause
        && !(cause instanceof PayloadException);
  }
}
