package dev.davit.emulator.google;

/** What becomes of a refresh token that was used. */
public enum Rotation {
  /** It stays, and no other is given: Google's way. */
  NONE,
  /** Another is given, and both are good (as at Microsoft). */
  KEEPS_OLD,
  /** Another is given, and whoever uses the old one ends the whole family (RFC 9700, 4.14.2). */
  PUNISHES_REUSE
}
