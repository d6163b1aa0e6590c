package dev.davit.emulator.google;

/** One of Google's APIs, to be served at the emulator's origin. */
public interface GoogleApi {
  /** Puts its servlets and commands there; called once, before the emulator listens. */
  void mount(Site site);

  /** Takes back what was made to go wrong, as the emulator's faults are cleared. */
  default void clearFaults() {}

  /** Lets go of what it holds, when the emulator has ended. */
  default void close() {}
}
