package dev.davit.internal.purge;

import dev.davit.internal.jobs.JobLease;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One try of a purge: what keeps it from its end is noted, and the rest gone on with. */
final class Round {
  private final Stores stores;
  private final Job job;
  private final boolean late;
  private @Nullable ErrorKind kind;
  private @Nullable String failure;
  private boolean waiting;

  /**
   * A try.
   *
   * @param late whether the time is over: what can't be reached now is given up
   */
  Round(Stores stores, Job job, boolean late) {
    this.stores = stores;
    this.job = job;
    this.late = late;
  }

  Job job() {
    return job;
  }

  Owner owner() {
    return job.owner();
  }

  boolean isLate() {
    return late;
  }

  /** Writes, as long as the job is ours. */
  <T> T write(Function<? super Transaction, ? extends T> work) {
    return stores.inTransaction(
        tx -> {
          JobLease.require(tx, job);
          return work.apply(tx);
        });
  }

  <T> T read(Function<? super Transaction, ? extends T> work) {
    return stores.reading(work);
  }

  /** The purge's row. */
  Purge purge(Transaction tx) {
    return tx.purges().find(job.id()).orElseThrow();
  }

  /** Changes the purge's row. */
  void count(Transaction tx, UnaryOperator<Purge> change) {
    tx.purges().update(change.apply(purge(tx)));
  }

  /** Notes what will have to be tried again. */
  void fail(ProviderId provider, CloudException reason) {
    if (kind == null) {
      kind = reason.kind();
      failure = provider + ": " + reason.kind();
    }
  }

  /** Notes that others are still at something of the owner's. */
  void await() {
    waiting = true;
  }

  /** Whether nothing keeps it from its end, as far as is known. */
  boolean isClear() {
    return kind == null && !waiting;
  }

  /** Puts the try's failure into the row, and answers it. */
  CloudException failure() {
    String shown = failure == null ? "waiting for what is under way" : failure;
    write(
        tx -> {
          count(tx, purge -> Counts.failing(purge, shown));
          return true;
        });
    return new CloudException(
        kind == null ? ErrorKind.UNAVAILABLE : kind, "The purge is not over yet: " + shown + ".");
  }
}
