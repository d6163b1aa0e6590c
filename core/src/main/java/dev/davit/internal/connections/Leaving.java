package dev.davit.internal.connections;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;

/** What is done before a connection is taken down. */
@FunctionalInterface
public interface Leaving {
  /**
   * Gives up what is under way there, unless something else keeps the connection from being taken
   * down.
   */
  void leave(Owner owner, ConnectionId connection);
}
