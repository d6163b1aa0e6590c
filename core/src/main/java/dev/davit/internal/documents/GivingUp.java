package dev.davit.internal.documents;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.List;

/** Gives up the unfinished uploads into a connection that its owner leaves. */
public final class GivingUp {
  private final Stores stores;
  private final Removal removal;

  public GivingUp(Stores stores, Removal removal) {
    this.stores = stores;
    this.removal = removal;
  }

  /**
   * Gives up what is under way there.
   *
   * @param always also if documents are in it, which may keep the connection
   */
  public void leave(Owner owner, ConnectionId connection, boolean always) {
    if (!stores.reading(tx -> unfinished(tx, owner, connection)).isEmpty()) {
      stores.inTransaction(tx -> giveUp(tx, owner, connection, always)).forEach(this::remove);
    }
  }

  private static List<Document> giveUp(
      Transaction tx, Owner owner, ConnectionId connection, boolean always) {
    List<Document> unfinished = unfinished(tx, owner, connection);
    if (!always && tx.documents().count(owner, connection) > unfinished.size()) {
      return List.of();
    }
    unfinished.forEach(document -> Removal.giveUp(tx, document));
    return unfinished;
  }

  private static List<Document> unfinished(Transaction tx, Owner owner, ConnectionId connection) {
    return tx.uploadSessions().unfinished(owner, Integer.MAX_VALUE).stream()
        .filter(document -> connection.equals(document.connection()))
        .toList();
  }

  /** What can't be removed now does not keep anybody: its job may still find the provider back. */
  private void remove(Document document) {
    try {
      removal.remove(document);
    } catch (CloudException later) {
      // Its job does the rest.
    }
  }
}
