package dev.davit.ports.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import java.util.Optional;

/** Connects an account by fields that the user typed. */
public interface FieldLogin {
  /**
   * Tries the fields against the server, without changing anything there.
   *
   * @return the account that they open; the credential is what to keep, normalised
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} naming the field that is missing or
   *     malformed; {@link ErrorKind#ADDRESS_REFUSED}; {@link ErrorKind#CREDENTIALS_REFUSED} and
   *     {@link ErrorKind#NOT_WEBDAV}, only after an answer of a verified server; {@link
   *     ErrorKind#UNAVAILABLE} if the server says so
   */
  Grant verify(SecretFields fields);

  /**
   * Ends what the credential opens, as far as the provider lets one; gone already is done.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} and {@link ErrorKind#RATE_LIMITED}: try
   *     again later
   */
  void revoke(SecretFields fields);

  /** Logging in on the server's own page instead of typing a password, where it has one. */
  Optional<PageLogin> pageLogin();
}
