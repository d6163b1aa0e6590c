package dev.davit.ports;

/**
 * Keeps secrets unreadable at rest, under the operator's keyset. Safe for use by many threads; does
 * no I/O.
 */
public interface Vault {
  /** Seals what belongs to no owner: page tokens, pending flows, signing keys. */
  Sealer house();

  /** A new data key for this owner, wrapped for this owner only. The caller stores it. */
  WrappedKey newKey(Owner owner);

  /**
   * Seals under an owner's data key.
   *
   * @throws CloudException {@link ErrorKind#INTEGRITY} if the key was wrapped for another owner or
   *     altered; {@link ErrorKind#UNAVAILABLE} if it was wrapped under a key that this node does
   *     not hold
   */
  Sealer of(Owner owner, WrappedKey key);
}
