package dev.davit.ports;

/** Authenticated encryption under one key. Safe for use by many threads. */
public interface Sealer {
  /**
   * Encrypts, so that only {@link #open} with an equal binding answers it again. Never the same
   * bytes twice.
   */
  Bytes seal(byte[] plain, Binding binding);

  /**
   * Decrypts.
   *
   * @throws CloudException {@link ErrorKind#INTEGRITY} if it was altered, was sealed under another
   *     key or for another binding; {@link ErrorKind#UNAVAILABLE} if it names a key that this node
   *     does not hold (yet)
   */
  byte[] open(Bytes sealed, Binding binding);
}
