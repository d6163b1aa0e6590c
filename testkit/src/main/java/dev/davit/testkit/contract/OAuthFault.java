package dev.davit.testkit.contract;

import dev.davit.ports.ErrorKind;
import java.util.Set;

/** What an authorization server's endpoints answer to whatever they are asked. */
public enum OAuthFault {
  /** 401 {@code invalid_client} (RFC 6749, 5.2): the operator's fault. */
  INVALID_CLIENT,
  /** 400 {@code unauthorized_client}: the operator's fault. */
  UNAUTHORIZED_CLIENT,
  /** 503. */
  SERVER_ERROR,
  /** 503 with a page for people. */
  HTML_ERROR,
  /** 200 with a page for people, as of a captive portal. */
  HTML,
  /** 200 with an object that holds nothing. */
  EMPTY,
  /** The connection ends before an answer. */
  DROPPED,
  /** No answer for longer than the client waits. */
  SILENCE,
  /** 429 with {@code Retry-After: 7}. */
  TOO_MANY;

  /** What a client may say of it: never that a code or a grant is dead. */
  Set<ErrorKind> kinds() {
    return switch (this) {
      case INVALID_CLIENT, UNAUTHORIZED_CLIENT -> Set.of(ErrorKind.MISCONFIGURED);
      case SERVER_ERROR, DROPPED, SILENCE -> Set.of(ErrorKind.UNAVAILABLE);
      case HTML_ERROR, HTML, EMPTY -> Set.of(ErrorKind.UNAVAILABLE, ErrorKind.PROTOCOL);
      case TOO_MANY -> Set.of(ErrorKind.RATE_LIMITED);
    };
  }

  /** Whether it says nothing about the client, so that revoking meets it, too. */
  boolean isPassing() {
    return switch (this) {
      case SERVER_ERROR, DROPPED, SILENCE, TOO_MANY -> true;
      case INVALID_CLIENT, UNAUTHORIZED_CLIENT, HTML_ERROR, HTML, EMPTY -> false;
    };
  }
}
