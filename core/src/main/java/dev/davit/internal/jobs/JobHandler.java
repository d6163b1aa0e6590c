package dev.davit.internal.jobs;

import dev.davit.ports.store.Job;

/** Does the jobs of one kind. */
@FunctionalInterface
public interface JobHandler {
  /**
   * Does a job, and {@linkplain JobLease#end ends} it in the transaction that completes it. May
   * find that others have done it, wholly or in part, or are at it; is tried again if it throws.
   * Asks for the {@linkplain JobLease#require lease} in each transaction that writes; is
   * interrupted when it is lost, or the node stops.
   */
  void run(Job job);
}
