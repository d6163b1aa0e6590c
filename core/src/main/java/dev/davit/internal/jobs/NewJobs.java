package dev.davit.internal.jobs;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes jobs. There is one at most for a document or connection, and it has the same id, so that
 * it can be found without being remembered.
 */
public final class NewJobs {
  /** After which time a job steps in for whoever wrote it, unless he says that he is alive. */
  public static final Duration GRACE = Duration.ofMinutes(2);

  private NewJobs() {}

  /** Adds a job that is due when the grace is over. */
  public static void insert(Transaction tx, String kind, Owner owner, String subject) {
    insert(tx, kind, owner, subject, tx.now().plus(GRACE));
  }

  /** Adds a job that is due at once, and is about itself. */
  public static void insertDue(Transaction tx, String kind, Owner owner, JobId id) {
    insert(tx, kind, owner, id.value(), tx.now());
  }

  private static void insert(
      Transaction tx, String kind, Owner owner, String subject, Instant dueAt) {
    tx.jobs().insert(new Job(new JobId(subject), kind, owner, subject, dueAt, 0, null, null, null));
  }
}
