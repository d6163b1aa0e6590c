package dev.davit;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of what is being done, and lets the process die at one of them. */
public final class Steps {
  private final AtomicInteger taken = new AtomicInteger();
  private volatile int fatal = Integer.MAX_VALUE;

  /** From now on, the step of this number kills, and every later one too; the first is 0. */
  public void dieAt(int step) {
    taken.set(0);
    fatal = step;
  }

  /** Nothing kills any more: a new process has begun. */
  public void restart() {
    fatal = Integer.MAX_VALUE;
  }

  /** A point at which the process may die. */
  void here() {
    if (taken.getAndIncrement() >= fatal) {
      throw new Died();
    }
  }
}
