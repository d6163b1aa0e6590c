package dev.davit.emulator.oauth;

/** What becomes of a refresh token that was used. */
public enum Rotation {
  /** It stays, and no other is given: Google's way. */
  NONE,
  /** Another is given, and both are good: Microsoft's way. */
  KEEPS_OLD,
  /** Another is given, and whoever uses the old one ends the whole family (RFC 9700, 4.14.2). */
  PUNISHES_REUSE
}
