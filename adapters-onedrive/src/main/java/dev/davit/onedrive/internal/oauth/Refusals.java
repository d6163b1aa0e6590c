package dev.davit.onedrive.internal.oauth;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Turns what the token endpoint refuses into what callers can act on: by status, {@code error} (RFC
 * 6749, 5.2; "Microsoft identity platform and OAuth 2.0 authorization code flow") and, where that
 * is too coarse, {@code error_codes}; never by {@code error_description}. What is not known is
 * taken for nonsense, never for a dead grant.
 */
final class Refusals {
  private static final int MOST = 64 * 1024;

  /** The user must log in again, for whatever reason. */
  private static final Set<String> DEAD =
      Set.of(
          "invalid_grant",
          "interaction_required",
          "consent_required",
          "login_required",
          "account_selection_required");

  /** What only whoever runs this server can mend. */
  private static final Set<String> OPERATOR =
      Set.of(
          "invalid_client",
          "unauthorized_client",
          "invalid_scope",
          "invalid_request",
          "invalid_resource",
          "unsupported_grant_type");

  private static final Set<String> BUSY = Set.of("temporarily_unavailable", "server_error");

  /** Too many equal requests in a row, or a fault at Microsoft: it passes, whatever the error. */
  private static final Set<Long> PASSING = Set.of(50196L, 90024L, 90033L);

  /** Of a code: it can't be read, or came back to another address. */
  private static final Set<Long> CODES = Set.of(500112L, 9002313L);

  private final CloudException dead;
  private final boolean ofCode;

  private Refusals(CloudException dead, boolean ofCode) {
    this.dead = dead;
    this.ofCode = ofCode;
  }

  /** For codes. */
  static Refusals ofCode() {
    return new Refusals(
        new CloudException(
            ErrorKind.INVALID_FLOW, "Microsoft no longer knows of this log-in. Start it again."),
        true);
  }

  /** For refresh tokens. */
  static Refusals ofGrant() {
    return new Refusals(
        new CloudException(
            ErrorKind.TOKEN_REJECTED,
            "Microsoft no longer accepts this connection. Connect it again."),
        false);
  }

  /** What is said of a grant, or a code, that can't be used any more. */
  CloudException dead() {
    return dead;
  }

  /** What an answer says that holds no tokens. Reads its body; does not close it. */
  CloudException of(Answer answer) {
    CloudException byStatus = Faults.byStatus(answer);
    if (byStatus.kind() == ErrorKind.UNAVAILABLE || byStatus.kind() == ErrorKind.RATE_LIMITED) {
      return byStatus;
    }
    boolean says = answer.status() >= 400 && answer.status() < 500;
    Json body = says ? Json.lenient(answer, MOST) : Json.lenient(answer, 0);
    String error = body.text("error");
    return of(answer.status(), error == null ? "" : error, body.numbers("error_codes"));
  }

  private CloudException of(int status, String error, List<Long> codes) {
    RefusedException cause = new RefusedException(status, known(error), codes);
    if (BUSY.contains(error) || codes.stream().anyMatch(PASSING::contains)) {
      return new CloudException(
          ErrorKind.UNAVAILABLE, "Microsoft can't do that for now. Try again later.", cause);
    }
    if (DEAD.contains(error) || (ofCode && codes.stream().anyMatch(CODES::contains))) {
      return new CloudException(
          dead.kind(), String.valueOf(dead.getMessage()), Hints.NONE, null, cause);
    }
    return OPERATOR.contains(error)
        ? new CloudException(
            ErrorKind.MISCONFIGURED,
            "Microsoft does not accept this server as a client. Whoever runs it must look after"
                + " that.",
            cause)
        : Faults.protocol(new IOException("refused in no known words"));
  }

  private static String known(String error) {
    return DEAD.contains(error) || OPERATOR.contains(error) || BUSY.contains(error)
        ? error
        : "unknown";
  }
}
