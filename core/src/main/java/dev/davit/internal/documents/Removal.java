package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes documents at their provider, then here: those that were deleted, and what interrupted
 * uploads left. Every step may be repeated; gone already is done.
 */
public final class Removal implements JobHandler {
  private final Stores stores;
  private final DocumentStorage storages;
  private final Claims claims;

  public Removal(Stores stores, DocumentStorage storages, Claims claims) {
    this.stores = stores;
    this.storages = storages;
    this.claims = claims;
  }

  @Override
  public void run(Job job) {
    Optional<Document> begun = stores.inTransaction(tx -> begin(tx, job));
    begun.ifPresent(this::removeThere);
    stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          begun.ifPresent(document -> forgetRow(tx, document));
          return true;
        });
  }

  private static Optional<Document> begin(Transaction tx, Job job) {
    JobLease.require(tx, job);
    return begin(tx, job.owner(), new DocumentId(job.subject()));
  }

  /**
   * From here on an upload can't become READY. For whoever was at it: nothing begins if somebody
   * else goes on with it by now.
   *
   * @param claim to the upload in parts; null if there is none
   * @return the document as it is now, DELETING; empty if it is gone, or READY
   */
  Optional<Document> begin(Document upload, @Nullable Claim claim) {
    return stores.inTransaction(
        tx ->
            Claims.isHeld(tx, upload.id(), claim)
                ? begin(tx, upload.owner(), upload.id())
                : Optional.empty());
  }

  private static Optional<Document> begin(Transaction tx, Owner owner, DocumentId id) {
    tx.documents().setState(owner, id, State.UPLOADING, State.DELETING);
    return tx.documents().find(owner, id).filter(document -> document.state() == State.DELETING);
  }

  /** Removes a DELETING document; one whose connection is gone is only forgotten. */
  public void remove(Document document) {
    removeThere(document);
    forget(document);
  }

  /**
   * Removes a DELETING document at its provider. Its row stays.
   *
   * @return false if its connection is gone, so that nobody can
   */
  public boolean removeThere(Document document) {
    boolean reachable = stores.reading(tx -> isReachable(tx, document));
    if (reachable) {
      removeAt(document, open(document));
    }
    return reachable;
  }

  /**
   * Removes the folder of a document in the application's own storage, which is its owner's alone,
   * with all that is in it.
   */
  public void removeFolder(Document document) {
    if (document.connection() == null && !document.folder().equals(EntryId.ROOT)) {
      delete(document.folder(), open(document));
    }
  }

  private OpenedStorage open(Document document) {
    return open(document, () -> storages.open(document, Actor.DAVIT));
  }

  private OpenedStorage open(Document document, Supplier<OpenedStorage> usual) {
    if (stores.reading(tx -> Owners.isPurging(tx, document.owner()))) {
      return storages.openForCleaning(document).forGood();
    }
    boolean served = stores.reading(tx -> isServed(tx, document));
    return served ? usual.get() : storages.openForCleaning(document);
  }

  /**
   * Removes what an interrupted upload left, the whole file included if that is what it made.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} while that can't be told
   */
  void clear(Document document, OpenedStorage storage) {
    clearRemains(document, storage)
        .filter(there -> Comparison.isOurs(document, there, storage))
        .filter(there -> stores.reading(tx -> isNobodyElses(tx, document, there.id())))
        .ifPresent(there -> delete(there.id(), storage));
  }

  /**
   * Where ids are paths, another document may have the place by now. Asked once the file was seen:
   * whoever made it had announced that before.
   */
  private static boolean isNobodyElses(Transaction tx, Document document, EntryId there) {
    if (tx.documents().isAwaited(document)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "Another upload of that name is under way. Try again.");
    }
    return !tx.documents().isAnother(document, there);
  }

  /** Removes the unfinished remains only, and answers the file that has the name. */
  Optional<Entry> clearRemains(Document document, OpenedStorage storage) {
    cancelSession(document, storage);
    WriteAttempt attempt =
        new WriteAttempt(document.folder(), document.storedName(), document.tag());
    return storage.call(Operation.RECOVER, opened -> opened.recover(attempt));
  }

  private void cancelSession(Document document, OpenedStorage storage) {
    claims.session(document).ifPresent(session -> cancel(session, storage));
  }

  /** Gives a session up at the provider; gone already is done. */
  static void cancel(UploadSessions.State session, OpenedStorage storage) {
    try {
      storage.run(
          Operation.CANCEL,
          opened -> opened.uploadSessions().ifPresent(uploads -> uploads.cancel(session)));
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND) {
        throw failure;
      }
    }
  }

  /**
   * From here on an upload that can be gone on with is given up, and a job removes what is left of
   * it.
   */
  public static void giveUp(Transaction tx, Document document) {
    tx.documents().setState(document.owner(), document.id(), State.UPLOADING, State.DELETING);
    tx.jobs().cancel(new JobId(document.id().value()));
    NewJobs.insert(tx, JobKinds.DELETE, document.owner(), document.id().value());
  }

  /** Removes the row and its job. */
  void forget(Document document) {
    stores.inTransaction(
        tx -> {
          forgetRow(tx, document);
          return tx.jobs().cancel(new JobId(document.id().value()));
        });
  }

  private static void forgetRow(Transaction tx, Document document) {
    raiseEpoch(tx, document);
    tx.documents().delete(document.owner(), document.id());
  }

  /** Makes the listings of the document's connection stale. */
  static void raiseEpoch(Transaction tx, Document document) {
    ConnectionId connection = document.connection();
    if (connection != null) {
      tx.connections().raiseEpoch(document.owner(), connection);
    }
  }

  /** This storage, or the one that is opened for cleaning once that is what is done there. */
  OpenedStorage open(Document document, OpenedStorage storage) {
    return open(document, () -> storage);
  }

  /** Whether the document's connection, where it is in one, is still there. */
  static boolean isReachable(Transaction tx, Document document) {
    ConnectionId connection = document.connection();
    return connection == null || tx.connections().find(document.owner(), connection).isPresent();
  }

  /** As {@link #isReachable}, and not being taken down. */
  static boolean isServed(Transaction tx, Document document) {
    ConnectionId connection = document.connection();
    return connection == null
        || tx.connections()
            .find(document.owner(), connection)
            .filter(found -> found.status() != Connection.Status.DISCONNECTING)
            .isPresent();
  }

  private void removeAt(Document document, OpenedStorage storage) {
    EntryId entry = document.entry();
    if (entry == null) {
      clear(document, storage);
    } else if (stores.reading(tx -> isNobodyElses(tx, document, entry))) {
      delete(entry, storage);
    }
  }

  /** Removes a file; gone already is done. */
  static void delete(EntryId entry, OpenedStorage storage) {
    try {
      storage.remove(entry);
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND) {
        throw failure;
      }
    }
  }
}
