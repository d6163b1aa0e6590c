package dev.davit.emulator.microsoft;

/** What a user answers on the page "Permissions requested"; single ones can't be taken out. */
public enum Decision {
  /** All that is asked for. */
  ACCEPT,
  /** Nothing. */
  CANCEL
}
