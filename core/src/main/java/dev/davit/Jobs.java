package dev.davit;

import dev.davit.internal.jobs.JobRunner;
import dev.davit.internal.retention.Retention;

/** What is still to be done, and what is to be forgotten. */
public final class Jobs {
  private final JobRunner runner;
  private final Retention retention;

  Jobs(JobRunner runner, Retention retention) {
    this.runner = runner;
    this.retention = retention;
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

  /**
   * Forgets what was kept long enough: who and what in old audit entries, sessions that are over,
   * purges that were over thirty days ago. Done about every hour in the background, unless {@link
   * DavitBuilder#sweepEvery} is zero. May be called by many threads and nodes at once.
   *
   * @return how many things were forgotten
   * @throws dev.davit.ports.CloudException {@code UNAVAILABLE} if the stores can't be reached
   */
  public int tidy() {
    return retention.run();
  }
}
