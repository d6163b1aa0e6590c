package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.transfer.PayloadException;
import dev.davit.outbound.transfer.RetryAfter;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.webdav.internal.dav.DavDates;
import dev.davit.webdav.internal.dav.MalformedAnswerException;
import dev.davit.webdav.internal.dav.UnsafeHrefException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what servers answer into what callers can act on: by status alone (RFC 9110, RFC 4918, RFC
 * 6585, RFC 8470), never by text. Where a status means something else for a certain method, that
 * method's code says so first.
 */
public final class Faults {
  /** For a Nextcloud in maintenance that does not say how long. */
  private static final Duration MAINTENANCE = Duration.ofMinutes(2);

  private Faults() {}

  /** What a status says that is not the wanted one. */
  public static CloudException of(Answer answer) {
    return new CloudException(
        kind(answer.status()),
        message(answer.status()),
        Hints.NONE,
        delay(answer),
        new StatusException(answer.status()));
  }

  private static @Nullable Duration delay(Answer answer) {
    String asked = answer.header("Retry-After");
    return asked == null && answer.header("X-Nextcloud-Maintenance-Mode") != null
        ? MAINTENANCE
        : RetryAfter.of(asked, answer.header("Date"), DavDates::parse);
  }

  private static ErrorKind kind(int status) {
    return switch (status) {
      case 401 -> ErrorKind.TOKEN_REJECTED;
      case 403 -> ErrorKind.PROVIDER_DENIED;
      case 404, 410 -> ErrorKind.NOT_FOUND;
      case 409, 424 -> ErrorKind.CONFLICT;
      case 412 -> ErrorKind.PRECONDITION_FAILED;
      case 413 -> ErrorKind.TOO_LARGE;
      case 416 -> ErrorKind.INVALID_REQUEST;
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
      case TOKEN_REJECTED -> "The server no longer accepts the user name and password.";
      case PROVIDER_DENIED -> "The server does not let this user do that there.";
      case NOT_FOUND -> "There is no such file or folder.";
      case CONFLICT -> "Something there stands in the way.";
      case PRECONDITION_FAILED -> "The file has changed meanwhile.";
      case TOO_LARGE -> "The server takes no file of this size.";
      case INVALID_REQUEST -> "No byte of the file lies in this range.";
      case LOCKED -> "The file or folder is locked at the server. Try again later.";
      case RATE_LIMITED -> "The server asks to slow down. Try again later.";
      case QUOTA_EXCEEDED -> "The storage is full.";
      case UNAVAILABLE -> "The server can't do that for now. Try again later.";
      default -> "The server's answer makes no sense for a WebDAV server.";
    };
  }

  /** There was no answer, or it broke off: whether the request took effect is not known. */
  public static CloudException of(IOException e) {
    if (e instanceof PayloadException payload) {
      return payload.told();
    }
    if (e instanceof MalformedAnswerException || e instanceof UnsafeHrefException) {
      return protocol(e);
    }
    return unavailable(e);
  }

  private static CloudException unavailable(Exception e) {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "The server does not answer. Try again later.", e);
  }

  public static CloudException protocol(@Nullable Throwable cause) {
    return new CloudException(
        ErrorKind.PROTOCOL,
        "The server's answer makes no sense for a WebDAV server.",
        Hints.NONE,
        null,
        cause);
  }

  /**
   * What a refusal by the guard means for a connection that worked before: a server whose name has
   * no address now, or that is out of reach, is so for now; one whose address or certificate is no
   * longer good stays refused.
   */
  static CloudException refused(CloudException e) {
    Throwable reason = e.getCause() == null ? null : e.getCause().getCause();
    boolean outOfReach = reason instanceof IOException && !(reason instanceof SSLException);
    return e.kind() == ErrorKind.ADDRESS_REFUSED && outOfReach ? unavailable(e) : e;
  }

  /** Whether nobody knows if the request took effect: no answer came, or only a gateway's. */
  public static boolean isUndecided(CloudException e) {
    return e.kind() == ErrorKind.UNAVAILABLE
        && (isUnanswered(e)
            || (e.getCause() instanceof StatusException status
                && (status.status() == 502 || status.status() == 504)));
  }

  /**
   * What to throw where clearing up after a failure failed too: where no answer came at first, a
   * refused credential that shows on the way tells more than the silence.
   */
  public static CloudException clearer(CloudException first, @Nullable CloudException second) {
    boolean tellsMore =
        second != null
            && isUnanswered(first)
            && (second.kind() == ErrorKind.REAUTH_REQUIRED
                || second.kind() == ErrorKind.TOKEN_REJECTED);
    return tellsMore ? Objects.requireNonNull(second) : first;
  }

  /** Whether no answer came at all. */
  public static boolean isUnanswered(CloudException e) {
    return e.kind() == ErrorKind.UNAVAILABLE
        && (e.getCause() instanceof CloudException
            || (e.getCause() instanceof IOException
                && !(e.getCause() instanceof PayloadException)));
  }

  /**
   * What to say of a server that did not answer when it was tried for the first time: the guard's
   * own words, so that silence looks like any other refusal.
   */
  public static CloudException silence(OutboundGuard guard, CloudException cause) {
    try {
      guard.parse("");
      throw new IllegalStateException("no guard lets an empty address pass");
    } catch (CloudException refusal) {
      return new CloudException(
          ErrorKind.ADDRESS_REFUSED, String.valueOf(refusal.getMessage()), cause);
    }
  }
}
