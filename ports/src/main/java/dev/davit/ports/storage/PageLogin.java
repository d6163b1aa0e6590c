package dev.davit.ports.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Connects an account by a log-in on the server's own page, asked after until the user has granted
 * it (Nextcloud's Login Flow v2).
 */
public interface PageLogin {
  /**
   * Begins a log-in at a server.
   *
   * @param serverUrl as the user typed it
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} naming the field if the address is
   *     malformed; {@link ErrorKind#ADDRESS_REFUSED}; {@link ErrorKind#NOT_WEBDAV}, only after an
   *     answer of a verified server, if it is none that has such a page; {@link
   *     ErrorKind#UNAVAILABLE} and {@link ErrorKind#RATE_LIMITED} if the server says so; {@link
   *     ErrorKind#PROTOCOL} if it sends the user, or the questions, to another origin than its own
   */
  Started start(String serverUrl);

  /**
   * Asks whether the user has granted it by now. A server gives a grant out once only: one that is
   * answered here must be kept at once, and one whose answer is lost is lost.
   *
   * @param state from {@link #start}
   * @return the account that it opens; empty as long as the user has not decided
   * @throws CloudException {@link ErrorKind#INVALID_FLOW} if the user has denied it, its time is
   *     over, or the state is none of this adapter's; where a server does not tell, a denied or
   *     taken one is undecided until its time is over; {@link ErrorKind#ADDRESS_REFUSED}; {@link
   *     ErrorKind#UNAVAILABLE} and {@link ErrorKind#RATE_LIMITED}: ask again later; {@link
   *     ErrorKind#PROTOCOL}; {@link ErrorKind#CREDENTIALS_REFUSED} if what was granted opens
   *     nothing
   */
  Optional<Grant> poll(Secret state);

  /**
   * A log-in that waits for the user.
   *
   * @param page where to send the user's browser; of the origin that the user typed
   * @param state what {@link #poll} needs; whoever has it gets the account
   * @param lifetime how long the user has; more than zero
   */
  record Started(URI page, Secret state, Duration lifetime) {}
}
