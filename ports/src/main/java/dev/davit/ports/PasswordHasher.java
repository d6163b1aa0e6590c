package dev.davit.ports;

/**
 * Turns passwords of built-in accounts into what may be stored. Slow and hungry by design; bounds
 * itself.
 */
public interface PasswordHasher {
  /**
   * A salted hash with its own parameters in it.
   *
   * @throws CloudException {@link ErrorKind#RATE_LIMITED} if too many are being computed
   */
  Secret hash(Secret password);

  /**
   * Whether the password is the one that was hashed. Takes as long for a hash that does not match
   * as for one that does; a hash that can't be read does not match.
   *
   * @throws CloudException {@link ErrorKind#RATE_LIMITED} if too many are being computed
   */
  boolean matches(Secret password, Secret hash);
}
