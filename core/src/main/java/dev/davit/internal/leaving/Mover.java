package dev.davit.internal.leaving;

import dev.davit.internal.documents.Reading;
import dev.davit.internal.documents.Removal;
import dev.davit.internal.documents.Uploads;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.trace.Trace;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.storage.Download;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Transaction;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves documents out of a connection: written anew elsewhere under a row that nobody sees, then
 * both rows change places, and the old file is removed. The document keeps its id.
 */
public final class Mover {
  private static final System.Logger LOG = System.getLogger("dev.davit.leaving");

  private final Reading reading;
  private final Uploads uploads;
  private final Removal removal;

  public Mover(Reading reading, Uploads uploads, Removal removal) {
    this.reading = reading;
    this.uploads = uploads;
    this.removal = removal;
  }

  /**
   * Moves one document to where its owner's new ones go.
   *
   * @return false if the provider has no such file
   * @throws dev.davit.ports.CloudException if it can't be read there, written elsewhere, or removed
   */
  boolean move(Job job, Document document) {
    Optional<Download> opened = reading.openToMove(document);
    if (opened.isEmpty()) {
      return false;
    }
    remove(carry(job, document, opened.get()));
    return true;
  }

  private Document carry(Job job, Document document, Download download) {
    try {
      return uploads.carry(document, download, (tx, made) -> settle(tx, job, document, made));
    } finally {
      close(download);
    }
  }

  /** All that was wanted of it has been read by then, or its reading has failed already. */
  private static void close(Download download) {
    try {
      download.close();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "A download could not be closed: {0}", Trace.of(e));
    }
  }

  /** A copy that the provider does not let go of is left to its job, for as long as that can. */
  private void remove(Document left) {
    try {
      removal.remove(left);
    } catch (CloudException failure) {
      if (Departure.isPassing(failure)) {
        throw failure;
      }
    }
  }

  /** The row that is left: of the old file; of the new one if its document is gone meanwhile. */
  private static Document settle(Transaction tx, Job job, Document document, Document made) {
    JobLease.require(tx, job);
    if (isStillThere(tx, document)) {
      tx.documents().exchangePlaces(document.owner(), document.id(), made.id());
      tx.documents().setState(document.owner(), document.id(), State.LOST, State.READY);
    }
    tx.documents().setState(made.owner(), made.id(), State.READY, State.DELETING);
    NewJobs.insert(tx, JobKinds.DELETE, made.owner(), made.id().value());
    return tx.documents().find(made.owner(), made.id()).orElseThrow();
  }

  private static boolean isStillThere(Transaction tx, Document document) {
    ConnectionId connection = document.connection();
    return tx.documents()
        .find(document.owner(), document.id())
        .filter(now -> now.state() == State.READY || now.state() == State.LOST)
        .filter(now -> Objects.equals(now.connection(), connection))
        .isPresent();
  }
}
