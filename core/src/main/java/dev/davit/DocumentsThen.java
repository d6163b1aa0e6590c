package dev.davit;

import dev.davit.internal.connections.Parting;

/** What becomes of the documents that are in a connection when it is taken down. */
public enum DocumentsThen {
  /** Nothing is said of them: if there are any, the connection stays. */
  ASK(Parting.NONE),
  /** Their files stay in the cloud; the application forgets them. */
  KEEP(Parting.KEEP),
  /**
   * They go to where new documents go: to the default storage, or if that is this connection, to
   * the application's own. They keep their ids, and can be read all the while.
   */
  MOVE(Parting.MOVE),
  /** They are removed there, into the provider's bin where it has one. */
  DELETE(Parting.DELETE);

  private final Parting parting;

  DocumentsThen(Parting parting) {
    this.parting = parting;
  }

  Parting parting() {
    return parting;
  }
}
