package dev.davit.internal.credentials;

import dev.davit.internal.input.Problems;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;

/** What a connection is opened for, which decides in what status it may be. */
public enum Use {
  /** Reading and writing: the connection must be active. */
  WORK,
  /** Seeing whether the provider accepts it: it may require a new log-in. */
  CHECK,
  /** Taking it down: any status. */
  DISCONNECT,
  /** Removing what is in it, for good: any status, also while its owner is being purged. */
  PURGE;

  /** Whether it is part of taking the connection down. */
  boolean takesDown() {
    return this == DISCONNECT || this == PURGE;
  }

  /**
   * Refuses a connection that can't be used for this.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if it is being taken down; {@code
   *     REAUTH_REQUIRED}
   */
  public void check(Connection connection) {
    if (connection.status() == Status.DISCONNECTING && !takesDown()) {
      throw Problems.noSuchConnection();
    }
    if (connection.status() == Status.REQUIRES_REAUTH && this == WORK) {
      throw Problems.reauthRequired(connection.id());
    }
  }
}
