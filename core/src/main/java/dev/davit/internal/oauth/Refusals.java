package dev.davit.internal.oauth;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.store.Connection;
import org.jspecify.annotations.Nullable;

/** Why a connect came to nothing, in our words whatever the provider says. */
final class Refusals {
  static final String ACCESS_DENIED = "access_denied";
  static final String MISSING_SCOPE = "missing_scope";
  static final String STILL_PENDING = "still_pending";
  static final String NO_REFRESH_TOKEN = "no_refresh_token";

  private Refusals() {}

  /**
   * Unknown, over, used, another browser's, another owner's: they can't be told apart from outside.
   */
  static CloudException noSuchFlow() {
    return new CloudException(
        ErrorKind.INVALID_FLOW, "This connect is not pending, or no longer. Start again.");
  }

  /** It could not be looked for: it may be there still. */
  static CloudException stillPending(CloudException away) {
    return new CloudException(
        ErrorKind.UNAVAILABLE,
        "This connect can't be looked up for now. Try again in a moment.",
        Hints.reason(STILL_PENDING),
        away.retryAfter().orElse(null),
        away);
  }

  static CloudException refusedCode() {
    return new CloudException(
        ErrorKind.INVALID_FLOW, "The provider refused what it had granted. Start again.");
  }

  /**
   * What a provider's error means (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6; Microsoft
   * identity platform, "authorization code flow", "Error codes for authorization endpoint errors");
   * its text goes nowhere. Microsoft says access_denied where an administrator has to approve, too.
   */
  static CloudException ofProvider(String error) {
    return switch (error) {
      case "access_denied", "consent_required", "interaction_required", "login_required" ->
          new CloudException(
              ErrorKind.PROVIDER_DENIED,
              "You did not allow the access, or the provider did not let you: your administrator"
                  + " may have to approve it. Nothing has changed.",
              Hints.reason(ACCESS_DENIED));
      case "server_error", "temporarily_unavailable" ->
          new CloudException(
              ErrorKind.UNAVAILABLE, "The provider can't connect you now. Try again in a while.");
      case "unauthorized_client",
          "invalid_client",
          "invalid_scope",
          "invalid_resource",
          "unsupported_response_type" ->
          new CloudException(
              ErrorKind.MISCONFIGURED, "The provider refuses this server's settings for it.");
      default ->
          new CloudException(
              ErrorKind.PROTOCOL, "The provider ended the connect in a way not understood here.");
    };
  }

  static CloudException noCode() {
    return new CloudException(
        ErrorKind.PROTOCOL, "The provider's answer has neither a code nor an error.");
  }

  /**
   * What was granted is not enough.
   *
   * @param known the connection that there is of the account; null if there is none
   */
  static CloudException notEnough(String reason, @Nullable Connection known) {
    String message = reason.equals(MISSING_SCOPE) ? MISSING_SCOPE_TEXT : NO_REFRESH_TOKEN_TEXT;
    Hints hints = Hints.reason(reason);
    ConnectionId id = known == null ? null : known.id();
    return id == null
        ? new CloudException(ErrorKind.PROVIDER_DENIED, message, hints)
        : new CloudException(ErrorKind.REAUTH_REQUIRED, message, hints.withConnection(id));
  }

  private static final String MISSING_SCOPE_TEXT =
      "A permission was left out without which nothing works here. Connect again, and allow all"
          + " that is asked for.";

  private static final String NO_REFRESH_TOKEN_TEXT =
      "The provider gave no lasting access. Remove this application from those that may use your"
          + " account there, then connect again.";
}
