package dev.davit.http;

import dev.davit.ports.ErrorKind;
import java.util.Locale;

/** The closed list of what an answer can say went wrong (RFC 9457). */
enum ProblemType {
  INVALID_REQUEST(400, "The request makes no sense"),
  INVALID_FLOW(400, "This connect is not pending"),
  INVALID_CURSOR(400, "This page token is not valid here"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "Not for this account"),
  CSRF(403, "Not from this server's page"),
  PROVIDER_DENIED(403, "The provider does not allow it"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Not with this method"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  CONFLICT(409, "In conflict with what is there"),
  REAUTH_REQUIRED(409, "Connect this account again"),
  PRECONDITION_FAILED(412, "Changed in the meantime"),
  TOO_LARGE(413, "Too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA(415, "Not this kind of body"),
  RANGE_NOT_SATISFIABLE(416, "No such part of the file"),
  CREDENTIALS_REFUSED(422, "The provider refused the credentials"),
  ADDRESS_REFUSED(422, "This address can't be used"),
  NOT_WEBDAV(422, "Not a WebDAV server"),
  LOCKED(423, "Locked"),
  RATE_LIMITED(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "Something went wrong here"),
  INTEGRITY(500, "Stored data was altered"),
  UNSUPPORTED(501, "The provider can't do this"),
  PROTOCOL(502, "The provider's answer made no sense"),
  UNAVAILABLE(503, "Out of reach for now"),
  MISCONFIGURED(503, "The server's settings are at fault"),
  QUOTA_EXCEEDED(507, "The storage is full");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The last part of its URI, such as {@code reauth-required}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String uri() {
    return "urn:davit:problem:" + word();
  }

  /** The one translation from what went wrong to HTTP. */
  static ProblemType of(ErrorKind kind) {
    return switch (kind) {
      case INVALID_REQUEST -> INVALID_REQUEST;
      case INVALID_FLOW -> INVALID_FLOW;
      case INVALID_CURSOR -> INVALID_CURSOR;
      case UNAUTHENTICATED -> UNAUTHENTICATED;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case REAUTH_REQUIRED -> REAUTH_REQUIRED;
      case PRECONDITION_FAILED -> PRECONDITION_FAILED;
      case TOO_LARGE -> TOO_LARGE;
      case UNSUPPORTED_MEDIA -> UNSUPPORTED_MEDIA;
      case CREDENTIALS_REFUSED -> CREDENTIALS_REFUSED;
      case ADDRESS_REFUSED -> ADDRESS_REFUSED;
      case NOT_WEBDAV -> NOT_WEBDAV;
      case LOCKED -> LOCKED;
      case RATE_LIMITED -> RATE_LIMITED;
      case UNSUPPORTED -> UNSUPPORTED;
      case PROVIDER_DENIED -> PROVIDER_DENIED;
      case QUOTA_EXCEEDED -> QUOTA_EXCEEDED;
      case PROTOCOL, TOKEN_REJECTED -> PROTOCOL;
      case UNAVAILABLE -> UNAVAILABLE;
      case MISCONFIGURED -> MISCONFIGURED;
      case INTEGRITY -> INTEGRITY;
    };
  }

  /** What stands for an error that the HTTP machinery itself found. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405, 501 -> METHOD_NOT_ALLOWED;
      case 408 -> REQUEST_TIMEOUT;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> UNAVAILABLE;
      case 505 -> INVALID_REQUEST;
      default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL;
    };
  }
}
