package dev.davit.internal.jobs;

import dev.davit.ports.store.Job;

/** A job that a thread of this node is at. Safe for use by many threads. */
final class Hold {
  private final Job job;
  private final Thread thread = Thread.currentThread();
  private boolean interrupted;
  private boolean over;

  /** Begun by the thread that does the job. */
  Hold(Job job) {
    this.job = job;
  }

  Job job() {
    return job;
  }

  /** Tells the thread to leave off, if it is still at the job. */
  synchronized void leaveOff() {
    if (!over) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /** The thread is no longer at it; what it was told is forgotten, as it has work of its own. */
  synchronized void end() {
    over = true;
    if (interrupted) {
      boolean unused = Thread.interrupted();
    }
  }
}
