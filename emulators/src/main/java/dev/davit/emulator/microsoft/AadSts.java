package dev.davit.emulator.microsoft;

/**
 * What the identity platform refuses with: its own number, the OAuth error that clients decide by,
 * and words for people (reference-error-codes). Those that name no page there were seen in answers.
 */
public enum AadSts {
  /** Several accounts are signed in, and the client wants no page. */
  WHICH_ACCOUNT(
      16000,
      "interaction_required",
      "Either multiple user identities are available for the current request or selected account"
          + " is not supported for the scenario."),
  /** The redirect address is not one of the application's. */
  REDIRECT_MISMATCH(
      50011,
      "invalid_request",
      "The redirect URI '%s' specified in the request does not match the redirect URIs configured"
          + " for the application '%s'. Make sure the redirect URI sent in the request matches one"
          + " added to your application in the Azure portal."),
  /** The account is of another tenant. */
  FOREIGN_ACCOUNT(
      50020,
      "invalid_request",
      "User account '%s' from identity provider '%s' does not exist in tenant '%s' and cannot"
          + " access the application '%s' in that tenant. The account needs to be added as an"
          + " external user in the tenant first."),
  /** A personal account where only those of work or school are let in. */
  PERSONAL_ACCOUNT(
      500200,
      "invalid_request",
      "User account '%s' is a personal Microsoft account. Personal Microsoft accounts are not"
          + " supported for this application unless explicitly invited to an organization."),
  /** Nobody is signed in. */
  LOGIN_REQUIRED(
      50058,
      "login_required",
      "Session information is not sufficient for single-sign-on. A silent sign-in request was sent"
          + " but no user is signed in."),
  /** A second factor is wanted. */
  MFA_REQUIRED(
      50076, "interaction_required", String.format(Words.SECOND_FACTOR, "use"), "basic_action"),
  /** A second factor must be set up first. */
  MFA_ENROLLMENT_REQUIRED(
      50079,
      "interaction_required",
      String.format(Words.SECOND_FACTOR, "enroll in"),
      "basic_action"),
  /** The reply address is another than the code was asked for with. */
  REPLY_MISMATCH(
      500112,
      "invalid_client",
      "The reply address '%s' does not match the reply address '%s' provided when requesting"
          + " Authorization code."),
  /** A challenge method without a challenge. */
  NO_CHALLENGE(50147, "invalid_request", "The size of the code challenge parameter isn't valid."),
  /** The verifier is not the challenge's. */
  VERIFIER_MISMATCH(
      501481,
      "invalid_grant",
      "The Code_Verifier does not match the code_challenge supplied in the authorization request."),
  /** A challenge that can be none. */
  CHALLENGE_SIZE(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
  /** The account's sessions were revoked. */
  REVOKED(
      50173,
      "invalid_grant",
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The"
          + " user might have changed or reset their password. The grant was issued on '%s'.",
      "bad_token"),
  /** An application of one tenant, at an address for all. */
  NOT_MULTITENANT(
      50194,
      "invalid_request",
      "Application '%s' is not configured as a multi-tenant application. Usage of the /common"
          + " endpoint is not supported for such applications. Use a tenant-specific endpoint or"
          + " configure the application to be multi-tenant."),
  /** The administrator's policy says no. */
  BLOCKED_BY_POLICY(
      53003,
      "interaction_required",
      "Access has been blocked by Conditional Access policies. The access policy does not allow"
          + " token issuance.",
      "message_only"),
  /** A code came twice. */
  REDEEMED(
      54005,
      "invalid_grant",
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use"
          + " an existing refresh token."),
  /** A scope that the account has not consented to, as the token endpoint says it. */
  NO_CONSENT(65001, "invalid_grant", Words.NO_CONSENT, "consent_required"),
  /** The same under the error's own name, which the pages speak of. */
  CONSENT_REQUIRED(65001, "consent_required", Words.NO_CONSENT),
  /** The same to a client that wants no page. */
  CONSENT_INTERACTION(65001, "interaction_required", Words.NO_CONSENT),
  /** The user said no. */
  DECLINED(65004, "access_denied", "User declined to consent to access the app."),
  /** The grant is none, or is somebody else's. */
  INVALID_GRANT(70000, "invalid_grant", "The provided value for the '%s' parameter is not valid."),
  /** A personal account took its consent back. */
  SCOPES_REVOKED(
      70000,
      "invalid_grant",
      "The request was denied because one or more scopes requested are unauthorized or expired."
          + " The user must first sign in and grant the client application access to the requested"
          + " scope."),
  /** A grant of an account that is not of the tenant in the address. */
  OTHER_TENANT(7000012, "invalid_grant", "The grant was obtained for a different tenant."),
  /** No such application. */
  UNKNOWN_CLIENT(
      700016,
      "unauthorized_client",
      "Application with identifier '%s' was not found in the directory '%s'. This can happen if"
          + " the application has not been installed by the administrator of the tenant or"
          + " consented to by any user in the tenant. You may have sent your authentication request"
          + " to the wrong tenant."),
  /** Another secret than the application's. */
  WRONG_SECRET(
      7000215,
      "invalid_client",
      "Invalid client secret provided. Ensure the secret being sent in the request is the client"
          + " secret value, not the client secret ID, for a secret added to app '%s'."),
  /** No secret at all. */
  NO_SECRET(
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or"
          + " 'client_secret'."),
  /** The secret was good once. */
  SECRET_EXPIRED(
      7000222,
      "invalid_client",
      "The provided client secret keys for app '%s' are expired. Visit the Azure portal to create"
          + " new keys for your app."),
  /** A grant type that is none of two. */
  UNSUPPORTED_GRANT_TYPE(
      70003, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
  /** A response type that is not {@code code}. */
  UNSUPPORTED_RESPONSE_TYPE(
      70005, "unsupported_response_type", "The provided value '%s' is not a supported one."),
  /** A response mode that is none. */
  UNSUPPORTED_RESPONSE_MODE(
      70007,
      "invalid_request",
      "'%s' is not a supported value of 'response_mode' when requesting a token."),
  /** A code is older than ten minutes. */
  EXPIRED(
      70008,
      "invalid_grant",
      "The provided authorization code or refresh token has expired due to inactivity. Send a new"
          + " interactive authorization request for this user and resource."),
  /** A refresh token is older than ninety days. */
  INACTIVE(
      700082,
      "invalid_grant",
      "The refresh token has expired due to inactivity. The token was issued on %s and was inactive"
          + " for 90.00:00:00."),
  /** A scope that there is not. */
  INVALID_SCOPE(
      70011,
      "invalid_scope",
      "The provided value for the input parameter 'scope' is not valid. The scope %s is not"
          + " valid."),
  /** No such tenant. */
  UNKNOWN_TENANT(
      90002,
      "invalid_request",
      "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing"
          + " into the correct cloud. Check with your subscription administrator, this may happen if"
          + " there are no active subscriptions for the tenant."),
  /** One parameter twice. */
  DUPLICATED(
      9000411,
      "invalid_request",
      "The request is not properly formatted. The parameter '%s' is duplicated."),
  /** A parameter is missing. */
  MISSING(
      900144, "invalid_request", "The request body must contain the following parameter: '%s'."),
  /** Something that nobody can read. */
  MALFORMED(9002313, "invalid_grant", "Invalid request. Request is malformed or invalid."),
  /** A script of another origin. */
  CROSS_ORIGIN(
      9002326,
      "invalid_request",
      "Cross-origin token redemption is permitted only for the 'Single-Page Application'"
          + " client-type."),
  /** A parameter with a value that is none of its. */
  UNSUPPORTED_VALUE(90023, "invalid_request", "Unsupported '%s' value."),
  /** An application of personal accounts, elsewhere than at {@code /consumers}. */
  PERSONAL_ONLY(
      9002331,
      "invalid_request",
      "Application '%s' is configured for use by Microsoft Account users only. Please use the"
          + " /consumers endpoint to serve this request."),
  /** An application of work accounts, at {@code /consumers}. */
  WORK_ONLY(
      9002332,
      "invalid_request",
      "Application '%s' is configured for use by Microsoft Entra users only. Please do not use the"
          + " /consumers endpoint to serve this request."),
  /** The directory is down. */
  UNAVAILABLE(
      90033, "temporarily_unavailable", "A transient error has occurred. Please try again."),
  /** Something is wrong at Microsoft. */
  SERVER_ERROR(90036, "server_error", "An unexpected error has occurred."),
  /** Another method than the endpoint's. */
  ONLY_POST(
      900561, "invalid_request", "The endpoint only accepts POST requests. Received a %s request."),
  /** Only an administrator may say yes. */
  ADMIN_CONSENT(
      90094,
      "access_denied",
      "The grant requires admin permission. An administrator of your organization must consent to"
          + " the application '%s' first."),
  /** The address to go back to is missing. */
  NO_REPLY_ADDRESS(900971, "invalid_request", "No reply address provided."),
  /** A parameter of the older endpoints. */
  RESOURCE(901002, "invalid_request", "The 'resource' request parameter is not supported.");

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int INTERNAL = 500;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final int number;
  private final String error;
  private final String words;
  private final String suberror;

  AadSts(int number, String error, String words) {
    this(number, error, words, "");
  }

  AadSts(int number, String error, String words, String suberror) {
    this.number = number;
    this.error = error;
    this.words = words;
    this.suberror = suberror;
  }

  /** What comes behind {@code AADSTS}. */
  public int number() {
    return number;
  }

  /** The OAuth error. */
  public String error() {
    return error;
  }

  /** What tells errors of one name apart; empty for nothing. */
  public String suberror() {
    return suberror;
  }

  /** Of HTTP, at the token endpoint. */
  public int status() {
    return switch (error) {
      case "invalid_client" -> UNAUTHORIZED;
      case "temporarily_unavailable" -> SERVICE_UNAVAILABLE;
      case "server_error" -> INTERNAL;
      default -> BAD_REQUEST;
    };
  }

  /** The refusal, about these things. */
  StsError about(Object... things) {
    return new StsError(this, "AADSTS" + number + ": " + String.format(words, things));
  }

  /** The refusal as if of somebody unknown, for faults. */
  StsError anyhow() {
    return new StsError(this, "AADSTS" + number + ": " + words.replace("%s", "any"));
  }

  /** Words that several of them have. */
  private static final class Words {
    static final String SECOND_FACTOR =
        "Due to a configuration change made by your administrator, or because you moved to a new"
            + " location, you must %s multi-factor authentication to access"
            + " '00000003-0000-0000-c000-000000000000'.";

    static final String NO_CONSENT =
        "The user or administrator has not consented to use the application with ID '%s'. Send an"
            + " interactive authorization request for this user and resource.";
  }
}
