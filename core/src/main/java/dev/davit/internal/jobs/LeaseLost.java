package dev.davit.internal.jobs;

/**
 * Says that a job is no longer this node's: it took too long and another has it, or it was done by
 * others. Whatever was to be written is not.
 */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("The job is no longer held by this node.");
  }
}
