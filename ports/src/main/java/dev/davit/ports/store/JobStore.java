package dev.davit.ports.store;

import dev.davit.ports.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The jobs. At least once: a holder that was paused past its lease may find another at its job, and
 * its word counts no more.
 */
public interface JobStore {
  Optional<Job> find(JobId id);

  void insert(Job job);

  /**
   * Takes jobs that are due and that nobody holds, earliest first, for a while; counts the attempt.
   *
   * @param holder unguessable, new for each call
   * @param time how long the lease lasts, by the database's clock
   * @return the jobs as they are now
   */
  List<Job> claim(String holder, Duration time, int limit);

  /** Puts off a job that is not held. False if it is held or not there. */
  boolean postpone(JobId id, Instant dueAt);

  /** Gives a held job back, to be tried again later. False if the holder has it no more. */
  boolean retry(JobId id, String holder, Instant dueAt, String failure);

  /** Removes a job, done by its holder. False if the holder has it no more. */
  boolean complete(JobId id, String holder);

  /** Removes a job that is no longer needed, held or not. False if it is not there. */
  boolean cancel(JobId id);
}
