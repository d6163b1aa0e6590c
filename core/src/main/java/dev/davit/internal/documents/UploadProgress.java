package dev.davit.internal.documents;

import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps the sweep away from an upload while its bytes flow, and notes size and hash at its end. */
final class UploadProgress implements Progress {
  private static final Duration BEAT = Duration.ofSeconds(20);

  private final Stores stores;
  private final InstantSource clock;
  private final Document document;
  private volatile Instant lastBeat;
  private volatile long size = -1;

  UploadProgress(Stores stores, InstantSource clock, Document document) {
    this.stores = stores;
    this.clock = clock;
    this.document = document;
    this.lastBeat = clock.instant();
    Long known = document.size();
    if (known != null) {
      size = known;
    }
  }

  /** How many bytes there were; less than 0 until the last one was read. */
  long size() {
    return size;
  }

  @Override
  public void flowing() {
    Instant now = clock.instant();
    if (Duration.between(lastBeat, now).compareTo(BEAT) >= 0) {
      lastBeat = now;
      goOn(stores.inTransaction(this::beat));
    }
  }

  @Override
  public void ended(long bytes, String sha256) {
    goOn(
        stores.inTransaction(
            tx ->
                tx.documents().setRead(document.owner(), document.id(), bytes, sha256)
                    && beat(tx)));
    size = bytes;
  }

  /** Not of an owner who is being purged: the upload is to end, and its sweep to come. */
  private boolean beat(Transaction tx) {
    return !Owners.isPurging(tx, document.owner())
        && tx.jobs().postpone(new JobId(document.id().value()), tx.now().plus(NewJobs.GRACE));
  }

  private static void goOn(boolean alive) {
    if (!alive) {
      throw givenUp();
    }
  }

  /** The sweep has taken the upload for dead. */
  static CloudException givenUp() {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "The upload took too long and was given up. Try again.");
  }
}
