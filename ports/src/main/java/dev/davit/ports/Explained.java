package dev.davit.ports;

/**
 * A cause of a {@link CloudException} that says for the operator's log what stood in the way.
 * Implemented by exceptions; what other exceptions say is never logged, since it may hold anything.
 */
public interface Explained {
  /**
   * What stood in the way, in a few words: no secret, nothing as a user typed it or a provider sent
   * it, only what was parsed from that, such as a host or a status.
   */
  String reason();
}
