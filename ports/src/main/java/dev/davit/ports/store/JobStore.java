package dev.davit.ports.store;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs. At least once: a holder that was paused past its lease may find another at its job, and
 * its word counts no more from the end of the lease on, whether or not there is another.
 */
public interface JobStore {
  Optional<Job> find(JobId id);

  /** Jobs of an owner, in the order of their ids (as ASCII orders them); at most {@code limit}. */
  List<Job> list(Owner owner, int limit);

  void insert(Job job);

  /**
   * Whether there is a job of these kinds, at least one, that is due and that nobody holds. Writes
   * nothing.
   */
  boolean isDue(Set<String> kinds);

  /**
   * Takes jobs that are due and that nobody holds, earliest first, for a while; counts the attempt.
   *
   * @param holder unguessable, new for each call
   * @param kinds what the holder knows how to do, at least one; others stay for whoever does
   * @param time how long the lease lasts, by the database's clock
   * @return the jobs as they are now
   */
  List<Job> claim(String holder, Set<String> kinds, Duration time, int limit);

  /**
   * Makes a lease last for this time from now, by the database's clock. False, and nothing changed,
   * if it ran out, whether or not somebody else has the job by now. In a transaction that writes
   * more, it holds that nobody else takes the job before that is committed.
   */
  boolean extend(JobId id, String holder, Duration time);

  /** Puts off a job that is not held. False if it is held or not there. */
  boolean postpone(JobId id, Instant dueAt);

  /** Counts the attempts from zero again, held or not. False if it is not there. */
  boolean startAnew(JobId id);

  /**
   * Makes jobs of an owner due earlier; those that are due by then, or held, stay as they are.
   *
   * @param kinds which ones, at least one kind
   * @param dueAt when they are due at the latest
   * @return how many there were
   */
  int hurry(Owner owner, Set<String> kinds, Instant dueAt);

  /** Gives a held job back, to be tried again later. False if the holder has it no more. */
  boolean retry(JobId id, String holder, Instant dueAt, String failure);

  /** Removes a job, done by its holder. False if the holder has it no more. */
  boolean complete(JobId id, String holder);

  /** Removes a job that is no longer needed, held or not. False if it is not there. */
  boolean cancel(JobId id);

  /**
   * Removes all jobs of an owner of these kinds, held or not, and says how many there were.
   *
   * @param kinds which ones, at least one kind
   */
  int cancelAll(Owner owner, Set<String> kinds);
}
