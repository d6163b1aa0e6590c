package dev.davit.drive.internal.http;

import dev.davit.outbound.transfer.PayloadException;
import dev.davit.outbound.transfer.RetryAfter;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Google answers into what callers can act on: by status and {@code
 * error.errors[0].reason}, never by text. Where a status means something else for a certain
 * request, that request's code says so first.
 */
public final class Faults {
  /** The project's daily limit ends at midnight in California; asking sooner is of no use. */
  private static final Duration UNTIL_TOMORROW = Duration.ofHours(1);

  private Faults() {}

  /** What an answer says that is not the wanted one. Reads its body; does not close it. */
  public static CloudException of(Answer answer) {
    return of(answer, ErrorBody.reason(answer));
  }

  /** What an answer says by its status alone. Reads nothing of its body. */
  public static CloudException byStatus(Answer answer) {
    return of(answer, null);
  }

  private static CloudException of(Answer answer, @Nullable String word) {
    Reason reason = answer.status() == 401 ? null : Reason.of(word);
    return new CloudException(
        reason == null ? kind(answer.status()) : reason.kind(),
        reason == null ? message(answer.status()) : reason.message(),
        Hints.NONE,
        delay(answer, reason),
        new StatusException(answer.status(), word));
  }

  private static @Nullable Duration delay(Answer answer, @Nullable Reason reason) {
    Duration asked = RetryAfter.of(answer.header("Retry-After"), answer.header("Date"));
    return asked == null && reason == Reason.DAILY ? UNTIL_TOMORROW : asked;
  }

  private static ErrorKind kind(int status) {
    return switch (status) {
      case 400, 416 -> ErrorKind.INVALID_REQUEST;
      case 401 -> ErrorKind.TOKEN_REJECTED;
      case 403 -> ErrorKind.PROVIDER_DENIED;
      case 404, 410 -> ErrorKind.NOT_FOUND;
      case 409 -> ErrorKind.CONFLICT;
      case 412 -> ErrorKind.PRECONDITION_FAILED;
      case 413 -> ErrorKind.TOO_LARGE;
      case 423 -> ErrorKind.LOCKED;
      case 429 -> ErrorKind.RATE_LIMITED;
      case 408, 425 -> ErrorKind.UNAVAILABLE;
      case 501, 505 -> ErrorKind.PROTOCOL;
      case 507 -> ErrorKind.QUOTA_EXCEEDED;
      default -> status >= 500 && status < 600 ? ErrorKind.UNAVAILABLE : ErrorKind.PROTOCOL;
    };
  }

  private static String message(int status) {
    return switch (kind(status)) {
      case INVALID_REQUEST ->
          status == 416 ? "No byte of the file lies in this range." : "Google can't do that.";
      case TOKEN_REJECTED -> "Google no longer accepts this connection.";
      case PROVIDER_DENIED -> Words.NOT_THIS_USER;
      case NOT_FOUND -> "There is no such file or folder.";
      case CONFLICT -> "Something there stands in the way.";
      case PRECONDITION_FAILED -> "The file has changed meanwhile.";
      case TOO_LARGE -> "Google takes no file of this size.";
      case LOCKED -> "The file is locked at Google. Try again later.";
      case RATE_LIMITED -> Words.SLOW_DOWN;
      case QUOTA_EXCEEDED -> "The Google storage is full.";
      case UNAVAILABLE -> "Google can't do that for now. Try again later.";
      default -> "Google's answer makes no sense.";
    };
  }

  /** There was no answer, or it broke off: whether the request took effect is not known. */
  public static CloudException of(IOException e) {
    if (e instanceof PayloadException payload) {
      return payload.told();
    }
    return new CloudException(ErrorKind.UNAVAILABLE, "Google does not answer. Try again later.", e);
  }

  /** An answer that can't be what it should be. */
  public static CloudException protocol(Throwable cause) {
    return new CloudException(ErrorKind.PROTOCOL, "Google's answer makes no sense.", cause);
  }

  public static CloudException notFound() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such file or folder.");
  }

  /** The status behind a failure; 0 where there was no answer, or it was not Google's. */
  public static int status(CloudException e) {
    return e.getCause() instanceof StatusException answered ? answered.status() : 0;
  }

  /** Whether nobody knows if the request took effect: no answer came, or only a gateway's. */
  public static boolean isUndecided(CloudException e) {
    int status = status(e);
    return e.kind() == ErrorKind.UNAVAILABLE
        && (isUnanswered(e) || status == 500 || status == 502 || status == 503 || status == 504);
  }

  /** Whether no answer came at all. */
  public static boolean isUnanswered(CloudException e) {
    return e.kind() == ErrorKind.UNAVAILABLE
        && e.getCause() instanceof IOException cause
        && !(cause instanceof PayloadException);
  }
}
