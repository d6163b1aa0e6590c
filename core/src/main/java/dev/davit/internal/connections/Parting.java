package dev.davit.internal.connections;

import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import java.util.Arrays;
import java.util.Optional;

/** What becomes of the documents in a connection that is taken down, as its row says it. */
public enum Parting {
  /** There are none. */
  NONE("disconnect_requested"),
  /** Their files stay where they are, and nobody here knows of them any more. */
  KEEP("disconnect_keeping_documents"),
  /** They go to where their owner's new documents go. */
  MOVE("disconnect_moving_documents"),
  /** They are removed there, as their owner would. */
  DELETE("disconnect_deleting_documents");

  /** Why a connection works again, though its owner wanted it to be taken down. */
  public static final String FAILED = "disconnect_failed";

  private final String reason;

  Parting(String reason) {
    this.reason = reason;
  }

  /** The reason for the status of a connection that is being taken down so. */
  public String reason() {
    return reason;
  }

  /** How a connection is being taken down; empty if it is not. */
  public static Optional<Parting> of(Connection connection) {
    return connection.status() == Status.DISCONNECTING
        ? Arrays.stream(values())
            .filter(parting -> parting.reason.equals(connection.statusReason()))
            .findFirst()
        : Optional.empty();
  }
}
