package dev.davit.outbound;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why an address was refused: the cause of every {@link ErrorKind#ADDRESS_REFUSED} of the guard,
 * for the operator's log only. Never holds what the user typed, which may have a password in it;
 * only what was parsed.
 */
final class Refusal extends IOException implements Explained {
  private static final long serialVersionUID = 1L;

  /** The one text that users see, whatever the reason. */
  static final String TEXT =
      "This address can't be used. It must lead to a server that can be reached from here over"
          + " https, has a valid certificate, and is allowed by this service's operator.";

  /** What stood in the way. */
  enum Reason {
    SYNTAX("not an address of the form https://host[:port][/path]"),
    SCHEME("the scheme is not allowed"),
    PORT("the port is not allowed"),
    NAME("the name is one of a local network"),
    ADDRESS("the address is not one that may be reached"),
    SELF("it is one of this service's own"),
    ORIGIN("it leads to another origin"),
    UNRESOLVABLE("the name has no address"),
    UNREACHABLE("no connection could be made"),
    TLS("no verified TLS connection could be made");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private Refusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public String reason() {
    return String.valueOf(getMessage());
  }

  static CloudException of(Reason reason) {
    return of(reason, null, null);
  }

  /**
   * A refusal.
   *
   * @param detail parsed parts only, such as a host or an address
   */
  static CloudException of(Reason reason, @Nullable Object detail, @Nullable Throwable cause) {
    String message = reason + ": " + reason.words + (detail == null ? "" : " (" + detail + ")");
    return new CloudException(ErrorKind.ADDRESS_REFUSED, TEXT, new Refusal(message, cause));
  }
}
