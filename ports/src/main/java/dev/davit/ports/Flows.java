package dev.davit.ports;

import java.time.Duration;
import java.util.Optional;

/** Keeps pending connects for a while. Safe for use by many threads and nodes. */
public interface Flows {
  /**
   * Keeps a flow.
   *
   * @param key unguessable, and nothing is kept under it now: a hash of the state or handle, never
   *     the state itself. What was taken may be put again
   * @param lifetime after which it is gone; more than zero
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the store can't be reached: then
   *     nothing was kept
   */
  void put(String key, Flow flow, Duration lifetime);

  /**
   * Takes a flow out, atomically: of any number of simultaneous calls, over all nodes, at most one
   * gets it, and never after its lifetime.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the store can't be reached: fail closed
   */
  Optional<Flow> take(String key);

  /**
   * What is kept under this key, which stays there. Empty after its lifetime.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the store can't be reached
   */
  Optional<Flow> find(String key);

  /**
   * Puts a flow in the place of another, atomically: it is never out of the store between, and of
   * any number of simultaneous calls that name the same old one, over all nodes, at most one does.
   *
   * @param old as it was found
   * @param lifetime of the new one, from now; more than zero
   * @return false if it is no longer there; then nothing has changed
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the store can't be reached: then one of
   *     the two is kept
   */
  boolean replace(String key, Flow old, Flow next, Duration lifetime);
}
