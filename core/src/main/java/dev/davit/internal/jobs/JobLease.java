package dev.davit.internal.jobs;

import dev.davit.ports.store.Job;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.util.Objects;

/**
 * The right to do a job, as it stands in the job's row. Whoever does one asks for it in each
 * transaction that writes: a node that was paused past its lease writes nothing more, and whatever
 * its successor wrote stays.
 */
public final class JobLease {
  /**
   * For how long nobody else takes a job. It is made longer while the job is done, so this is how
   * long the jobs of a node that died wait.
   */
  public static final Duration TIME = Duration.ofSeconds(15);

  /** How often it is made longer: it outlives two times that the database does not answer. */
  static final Duration BEAT = TIME.dividedBy(4);

  private JobLease() {}

  /** Makes the lease last for its whole time from now. False if it is no longer the holder's. */
  static boolean extend(Transaction tx, Job job) {
    return tx.jobs().extend(job.id(), holder(job), TIME);
  }

  /**
   * Refuses to go on with a job whose lease is lost.
   *
   * @param job as it was handed to its handler
   */
  public static void require(Transaction tx, Job job) {
    refuseUnless(extend(tx, job));
  }

  /** Removes a job that is done; refuses if its lease is lost. */
  public static void end(Transaction tx, Job job) {
    refuseUnless(tx.jobs().complete(job.id(), holder(job)));
  }

  static String holder(Job job) {
    return Objects.requireNonNull(job.leaseHolder(), "the job is nobody's");
  }

  private static void refuseUnless(boolean held) {
    if (!held) {
      throw new LeaseLost();
    }
  }
}
