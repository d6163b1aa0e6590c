package dev.davit.ports;

/**
 * What went wrong, in the words that a caller can act on. The list is closed: every answer of every
 * provider ends in one.
 */
public enum ErrorKind {
  /** The request makes no sense as it stands; sending it again is of no use. */
  INVALID_REQUEST,
  /**
   * The pending connect is unknown, expired, used already, or was started by another browser or
   * user.
   */
  INVALID_FLOW,
  /** The page token is not one of ours for this owner, connection, folder and limit. */
  INVALID_CURSOR,
  /** Our own session or token is missing, expired or wrong. */
  UNAUTHENTICATED,
  /** The caller is known and has not the role that this needs. */
  FORBIDDEN,
  /** It is not there, or it belongs to somebody else: the two can't be told apart from outside. */
  NOT_FOUND,
  /**
   * Something of that name is there already, or several things match; the hints name the choices.
   */
  CONFLICT,
  /** The provider no longer accepts the stored credential: the user must connect again. */
  REAUTH_REQUIRED,
  /** The entry changed since the caller last saw it (RFC 9110, 15.5.13). */
  PRECONDITION_FAILED,
  /** The body is larger than this server or the provider takes. */
  TOO_LARGE,
  /** The body is not of a type that is read here. */
  UNSUPPORTED_MEDIA,
  /** The provider refused the credentials that the user has just given. */
  CREDENTIALS_REFUSED,
  /**
   * The address can't be used. One word for denied, unresolvable, unreachable and no TLS, so that
   * it is no port scanner.
   */
  ADDRESS_REFUSED,
  /** The server answered, verified, and is no WebDAV server. */
  NOT_WEBDAV,
  /** The entry is locked at the provider; later it may not be. */
  LOCKED,
  /** Too many requests, by our own limit or the provider's; the delay says when to come again. */
  RATE_LIMITED,
  /** The provider has no such capability; the hints name it. */
  UNSUPPORTED,
  /** The provider says that the user may not do this there. */
  PROVIDER_DENIED,
  /** The storage is full, there or here. */
  QUOTA_EXCEEDED,
  /** The provider's answer made no sense. */
  PROTOCOL,
  /**
   * From an adapter to the core only: the provider refused the credential, and a newer one was
   * refused too.
   */
  TOKEN_REJECTED,
  /** A provider, a store or a key is out of reach for now; nothing was decided. */
  UNAVAILABLE,
  /** The operator's settings are at fault; no user can mend it. */
  MISCONFIGURED,
  /** The vault refused a ciphertext: altered, or moved from where it was sealed. */
  INTEGRITY
}
