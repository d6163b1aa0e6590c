package dev.davit.internal.listing;

import dev.davit.internal.connections.Found;
import dev.davit.ports.Binding;

/** Which list of a connection a page token is for. */
final class Lists {
  private Lists() {}

  /**
   * A list of this connection.
   *
   * @param name tells it from every other list of the connection
   */
  static Binding of(Found found, String name) {
    return new Binding(
        found.owner().owner().key(),
        found.connection().id().value(),
        found.connection().provider().value(),
        name);
  }
}
