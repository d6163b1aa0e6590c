package dev.davit.emulator.oauth;

/**
 * One of a vendor's APIs, to be served at the emulator's origin.
 *
 * @param <S> what the vendor tells its APIs
 */
public interface EmulatedApi<S> {
  /** Puts its servlets and commands there; called once, before the emulator listens. */
  void mount(S site);

  /** Takes back what was made to go wrong, as the emulator's faults are cleared. */
  default void clearFaults() {}

  /** Lets go of what it holds, when the emulator has ended. */
  default void close() {}
}
