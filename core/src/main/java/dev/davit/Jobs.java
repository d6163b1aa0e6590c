package dev.davit;

import dev.davit.internal.jobs.JobRunner;

/** What is still to be done. */
public final class Jobs {
  private final JobRunner runner;

  Jobs(JobRunner runner) {
    this.runner = runner;
  }

  /**
   * Runs the jobs that are due, one after the other, on this thread. A job that fails is tried
   * again later; that is no failure of this call. May be called by many threads and nodes at once.
   *
   * @return how many were run, well or not
   * @throws dev.davit.ports.CloudException {@code UNAVAILABLE} if the stores can't be reached
   */
  public int runDue() {
    return runner.runDue();
  }
}
