package dev.davit.internal.documents;

import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.JobId;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an upload ends: READY, or with nothing left of it, now or by its job. */
public final class UploadEnd {
  private final Stores stores;
  private final Removal removal;
  private final IdSource ids;

  public UploadEnd(Stores stores, Removal removal, IdSource ids) {
    this.stores = stores;
    this.removal = removal;
    this.ids = ids;
  }

  /** The provider said complete: the document is READY, unless the sweep was faster. */
  Document succeed(Target target, Document document, Entry entry, long size, Arrival arrival) {
    Optional<Document> ready;
    try {
      checkRead(size);
      ready =
          stores.inTransaction(
              tx -> ready(tx, document, entry, size).map(made -> arrival.settle(tx, made)));
    } catch (RuntimeException failure) {
      withdraw(target, document, entry, failure);
      throw failure;
    }
    return ready.orElseThrow(() -> sweptMeanwhile(document, entry));
  }

  /**
   * As {@link #succeed}, for an upload in parts: if that can't be written down now, all parts are
   * still there to be finished again.
   */
  Document finished(Document document, Entry entry, long size) {
    return stores
        .<Optional<Document>>inTransaction(tx -> ready(tx, document, entry, size))
        .orElseThrow(() -> sweptMeanwhile(document, entry));
  }

  /**
   * The write failed: whatever it left is removed, and the sweep does what can't be done now. If
   * somebody else goes on with it by now, nothing is.
   *
   * @param claim to the upload in parts; null if there is none
   */
  void fail(Target target, Document document, @Nullable Claim claim, RuntimeException failure) {
    boolean untouched =
        failure instanceof CloudException known && known.kind() == ErrorKind.CONFLICT;
    attempt(
        document,
        claim,
        failure,
        begun -> {
          OpenedStorage storage = removal.open(begun, target.storage());
          if (untouched) {
            removal.clearRemains(begun, storage);
          } else {
            removal.clear(begun, storage);
          }
        });
  }

  private void withdraw(Target target, Document document, Entry entry, RuntimeException failure) {
    attempt(
        document,
        null,
        failure,
        begun -> Removal.delete(entry.id(), removal.open(begun, target.storage())));
  }

  private void attempt(
      Document document, @Nullable Claim claim, RuntimeException failure, Cleaning cleaning) {
    try {
      removal.begin(document, claim).ifPresent(begun -> finish(begun, cleaning));
    } catch (RuntimeException later) {
      suppress(failure, later);
      hurry(document, claim, failure);
    }
  }

  private void finish(Document begun, Cleaning cleaning) {
    cleaning.clean(begun);
    removal.forget(begun);
  }

  private void hurry(Document document, @Nullable Claim claim, RuntimeException failure) {
    try {
      JobId job = new JobId(document.id().value());
      stores.inTransaction(
          tx -> Claims.isHeld(tx, document.id(), claim) && tx.jobs().postpone(job, tx.now()));
    } catch (RuntimeException later) {
      suppress(failure, later);
    }
  }

  private static void suppress(RuntimeException failure, RuntimeException later) {
    if (later != failure) {
      failure.addSuppressed(later);
    }
  }

  private static void checkRead(long size) {
    if (size < 0) {
      throw new CloudException(
          ErrorKind.PROTOCOL, "The provider said that it was done before it had every byte.");
    }
  }

  private static Optional<Document> ready(
      Transaction tx, Document document, Entry entry, long size) {
    if (Owners.isPurging(tx, document.owner())) {
      throw UploadProgress.givenUp();
    }
    Removal.raiseEpoch(tx, document);
    Long told = entry.size();
    boolean altered = entry.altered() || (told != null && told != size);
    if (!tx.documents().ready(document.owner(), document.id(), entry.id(), altered)) {
      return Optional.empty();
    }
    tx.uploadSessions().delete(document.id());
    tx.jobs().cancel(new JobId(document.id().value()));
    return tx.documents().find(document.owner(), document.id());
  }

  /** The sweep may have looked before the provider was done: what came after is ours to remove. */
  private CloudException sweptMeanwhile(Document document, Entry entry) {
    CloudException failure = UploadProgress.givenUp();
    try {
      stores.inTransaction(tx -> orphan(tx, document, entry)).ifPresent(removal::remove);
    } catch (RuntimeException later) {
      failure.addSuppressed(later);
    }
    return failure;
  }

  private Optional<Document> orphan(Transaction tx, Document swept, Entry entry) {
    if (!Removal.isReachable(tx, swept)) {
      return Optional.empty();
    }
    Document orphan = Orphans.of(swept, new DocumentId(ids.next()), entry.id());
    tx.documents().insert(orphan);
    NewJobs.insert(tx, JobKinds.DELETE, orphan.owner(), orphan.id().value());
    return Optional.of(orphan);
  }

  @FunctionalInterface
  private interface Cleaning {
    void clean(Document begun);
  }
}
