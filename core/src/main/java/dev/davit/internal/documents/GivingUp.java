package dev.davit.internal.documents;

import dev.davit.internal.connections.Leaving;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.List;

/** Gives up the unfinished uploads into a connection that its owner leaves. */
public final class GivingUp implements Leaving {
  private final Stores stores;
  private final Removal removal;

  public GivingUp(Stores stores, Removal removal) {
    this.stores = stores;
    this.removal = removal;
  }

  @Override
  public void leave(Owner owner, ConnectionId connection) {
    if (!stores.reading(tx -> unfinished(tx, owner, connection)).isEmpty()) {
      stores.inTransaction(tx -> giveUp(tx, owner, connection)).forEach(this::remove);
    }
  }

  private static List<Document> giveUp(Transaction tx, Owner owner, ConnectionId connection) {
    List<Document> unfinished = unfinished(tx, owner, connection);
    if (tx.documents().count(owner, connection) > unfinished.size()) {
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
