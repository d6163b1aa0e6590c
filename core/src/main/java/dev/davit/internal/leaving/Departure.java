package dev.davit.internal.leaving;

import dev.davit.internal.connections.Parting;
import dev.davit.internal.documents.Removal;
import dev.davit.internal.input.Problems;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.jobs.LeaseLost;
import dev.davit.internal.trace.Trace;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the documents out of a connection that is being taken down, page by page. */
public final class Departure {
  private static final System.Logger LOG = System.getLogger("dev.davit.leaving");
  private static final int PAGE = 100;
  private static final Set<ErrorKind> PASSING =
      EnumSet.of(ErrorKind.UNAVAILABLE, ErrorKind.RATE_LIMITED, ErrorKind.LOCKED);

  private final Stores stores;
  private final Removal removal;
  private final Mover mover;

  public Departure(Stores stores, Removal removal, Mover mover) {
    this.stores = stores;
    this.removal = removal;
    this.mover = mover;
  }

  /**
   * Empties a connection, as its row says.
   *
   * @throws CloudException what kept a document there, after all others that can go are gone; at
   *     once if it {@link #isPassing}
   */
  void run(Job job, Connection connection) {
    if (!Parting.of(connection).equals(Optional.of(Parting.NONE))) {
      empty(job, connection);
      noteEmpty(job, connection);
    }
  }

  /**
   * From here on only the grant is left to end, which is tried as often as this was. Not while
   * something is left to other jobs: then another wish may still be one for that.
   */
  private void noteEmpty(Job job, Connection connection) {
    stores.inTransaction(
        tx -> {
          JobLease.require(tx, job);
          Owner owner = connection.owner();
          return tx.documents().in(owner, connection.id(), null, 1).isEmpty()
              && tx.connections()
                  .reconsider(owner, connection.id(), Status.DISCONNECTING, Parting.NONE.reason())
              && tx.jobs().startAnew(job.id());
        });
  }

  private void empty(Job job, Connection connection) {
    CloudException kept = null;
    DocumentId last = null;
    List<Document> page = page(connection, null);
    while (!page.isEmpty()) {
      for (Document document : page) {
        kept = first(kept, tried(job, document));
        last = document.id();
      }
      page = page(connection, last);
    }
    if (kept != null) {
      throw kept;
    }
  }

  /** Whether trying again later may help. */
  static boolean isPassing(CloudException failure) {
    return PASSING.contains(failure.kind());
  }

  private static @Nullable CloudException first(
      @Nullable CloudException one, @Nullable CloudException other) {
    return one == null ? other : one;
  }

  private List<Document> page(Connection connection, @Nullable DocumentId after) {
    return stores.reading(
        tx -> tx.documents().in(connection.owner(), connection.id(), after, PAGE));
  }

  private @Nullable CloudException tried(Job job, Document document) {
    try {
      takeOut(job, wish(document), document);
      return null;
    } catch (CloudException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      return failure;
    } catch (LeaseLost lost) {
      throw lost;
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "A document could not be taken out: {0}", Trace.of(bug));
      return new CloudException(ErrorKind.PROTOCOL, "A document could not be taken out.", bug);
    }
  }

  /** As it is now: it may be changed while this is at it. */
  private Parting wish(Document document) {
    return stores
        .<Optional<Parting>>reading(
            tx ->
                Optional.ofNullable(document.connection())
                    .flatMap(connection -> tx.connections().find(document.owner(), connection))
                    .flatMap(Parting::of))
        .orElseThrow(Problems::noSuchConnection);
  }

  /** What was deleted before, and is to be kept now, is left to its own job. */
  private void takeOut(Job job, Parting parting, Document document) {
    switch (document.state()) {
      case UPLOADING -> throw underWay();
      case DELETING -> {
        if (parting != Parting.KEEP) {
          removeDeleted(job, document);
        }
      }
      case READY, LOST -> part(job, parting, document);
    }
  }

  /** Its owner has deleted it: what the provider refuses for good keeps nobody. */
  private void removeDeleted(Job job, Document document) {
    try {
      removal.removeThere(document);
    } catch (CloudException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
    }
    forget(job, document);
  }

  private void part(Job job, Parting parting, Document document) {
    switch (parting) {
      case NONE, KEEP -> forget(job, document);
      case DELETE -> {
        removal.removeThere(document);
        forget(job, document);
      }
      case MOVE -> {
        if (!mover.move(job, document)) {
          forget(job, document);
        }
      }
    }
  }

  private void forget(Job job, Document document) {
    stores.inTransaction(
        tx -> {
          JobLease.require(tx, job);
          return forget(tx, document);
        });
  }

  private static boolean forget(Transaction tx, Document document) {
    tx.jobs().cancel(new JobId(document.id().value()));
    return tx.documents().delete(document.owner(), document.id());
  }

  private static CloudException underWay() {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "An upload into this connection is under way. Try again later.");
  }
}
