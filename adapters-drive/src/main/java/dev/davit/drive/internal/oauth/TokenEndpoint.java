package dev.davit.drive.internal.oauth;

import com.google.api.client.json.GenericJson;
import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.http.Json;
import dev.davit.drive.internal.http.Transport;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Form;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Posts to Google's token and revocation endpoints, once, and turns what they refuse into what
 * callers can act on: by status and {@code error} (RFC 6749, 5.2), never by {@code
 * error_description}. What is not known is taken for nonsense, never for a dead grant.
 */
final class TokenEndpoint {
  private static final int MOST = 64 * 1024;

  /** What only whoever runs this server can mend. */
  private static final Set<String> OPERATOR =
      Set.of(
          "invalid_client",
          "unauthorized_client",
          "invalid_scope",
          "unsupported_grant_type",
          "invalid_request",
          "deleted_client",
          "disabled_client",
          "admin_policy_enforced",
          "org_internal");

  private static final Set<String> BUSY =
      Set.of("temporarily_unavailable", "server_error", "internal_failure");

  private static final Set<String> TOO_FAST =
      Set.of("rate_limit_exceeded", "quota_exceeded", "slow_down");

  private static final Set<String> GONE = Set.of("invalid_token", "invalid_grant");

  private final Transport transport;

  TokenEndpoint(Transport transport) {
    this.transport = transport;
  }

  /**
   * Asks for tokens.
   *
   * @param words of Google's that say so
   * @param dead what they mean here
   * @throws CloudException of the kind {@code dead}; {@link ErrorKind#MISCONFIGURED}, {@link
   *     ErrorKind#RATE_LIMITED}, {@link ErrorKind#UNAVAILABLE}, {@link ErrorKind#PROTOCOL}
   */
  TokenAnswer ask(URI uri, Form form, Set<String> words, CloudException dead) {
    try (Answer answer = post(uri, form)) {
      if (answer.status() == 200) {
        return TokenAnswer.of(Json.read(answer, GenericJson.class));
      }
      String error = error(answer);
      throw words.contains(error) ? dead : refused(answer, error);
    }
  }

  /**
   * Ends a grant; gone already is done.
   *
   * @throws CloudException as {@link #ask}, but that nothing is dead
   */
  void revoke(URI uri, Form form) {
    try (Answer answer = post(uri, form)) {
      String error = answer.status() == 200 ? "" : error(answer);
      if (answer.status() != 200 && !GONE.contains(error)) {
        throw refused(answer, error);
      }
    }
  }

  private Answer post(URI uri, Form form) {
    return transport.send(
        Call.of("POST", uri).with("Accept", "application/json").with(form.payload()), Map.of());
  }

  /** Google's word for what is wrong; empty where there is none, or it is out of order. */
  private static String error(Answer answer) {
    boolean says = answer.status() >= 400 && answer.status() < 500;
    return says && Json.lenient(answer, MOST).get("error") instanceof String word ? word : "";
  }

  private static CloudException refused(Answer answer, String error) {
    CloudException byStatus = Faults.byStatus(answer);
    if (byStatus.kind() == ErrorKind.UNAVAILABLE || byStatus.kind() == ErrorKind.RATE_LIMITED) {
      return byStatus;
    }
    if (OPERATOR.contains(error)) {
      return new CloudException(
          ErrorKind.MISCONFIGURED,
          "Google does not accept this server as a client. Whoever runs it must look after that.",
          byStatus);
    }
    if (BUSY.contains(error)) {
      return new CloudException(
          ErrorKind.UNAVAILABLE, "Google can't do that for now. Try again later.", byStatus);
    }
    return TOO_FAST.contains(error)
        ? new CloudException(
            ErrorKind.RATE_LIMITED, "Google asks to slow down. Try again later.", byStatus)
        : Faults.protocol(new IOException("refused in no known words"));
  }
}
