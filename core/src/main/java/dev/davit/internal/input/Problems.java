package dev.davit.internal.input;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;

/** The refusals that are said in more than one place, so that they are said alike. */
public final class Problems {
  private Problems() {}

  public static CloudException noSuchConnection() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such connection.");
  }

  public static CloudException noSuchProvider() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such provider.");
  }

  public static CloudException noSuchDocument() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such document.");
  }

  /** Of an owner who is not to be served. */
  public static CloudException noSuchThing() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is nothing of that name.");
  }

  public static CloudException reauthRequired(ConnectionId connection) {
    return new CloudException(
        ErrorKind.REAUTH_REQUIRED,
        "The provider no longer accepts this connection's credentials. Connect it again.",
        Hints.connection(connection));
  }

  public static CloudException invalidPageToken() {
    return new CloudException(
        ErrorKind.INVALID_CURSOR,
        "The page token does not belong to this list. Start again without one.",
        Hints.field("page_token"));
  }

  /** Unknown, over, or somebody else's: the three can't be told apart from outside. */
  public static CloudException noSuchLogin() {
    return new CloudException(
        ErrorKind.INVALID_FLOW, "This log-in is not pending, or no longer. Start again.");
  }

  /** Of what only some providers can do. */
  public static CloudException unsupported(String message, String capability) {
    return new CloudException(ErrorKind.UNSUPPORTED, message, Hints.capability(capability));
  }

  public static CloudException unauthenticated() {
    return new CloudException(ErrorKind.UNAUTHENTICATED, "You are not logged in, or no longer.");
  }

  /** A request whose field can't be used, and why. */
  public static CloudException field(String field, String message) {
    return new CloudException(ErrorKind.INVALID_REQUEST, message, Hints.field(field));
  }

  /** What is granted for an account while its grants are being ended is not kept. */
  public static CloudException beingDisconnected() {
    return new CloudException(
        ErrorKind.CONFLICT,
        "This account is just being disconnected. Connect it again in a while.");
  }
}
