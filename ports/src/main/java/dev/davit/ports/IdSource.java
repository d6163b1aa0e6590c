package dev.davit.ports;

/** Where new ids come from. Safe for use by many threads. */
@FunctionalInterface
public interface IdSource {
  /**
   * A new id that was never answered before and can't be guessed: at least 128 random bits, in 1 to
   * 64 characters of base64url.
   */
  String next();
}
