package dev.davit.internal.documents;

import dev.davit.ports.store.Document;
import dev.davit.ports.store.Transaction;

/** What else is done in the transaction in which an upload becomes READY. */
@FunctionalInterface
public interface Arrival {
  /** Nothing else. */
  Arrival PLAIN = (tx, document) -> document;

  /**
   * Does it.
   *
   * @param document as it has just become
   * @return what the uploader is answered
   */
  Document settle(Transaction tx, Document document);
}
