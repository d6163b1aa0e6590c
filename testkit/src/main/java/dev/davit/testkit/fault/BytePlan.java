package dev.davit.testkit.fault;

import java.io.IOException;

/**
 * What happens when a stream was read up to a position, before the byte there or the end.
 *
 * @param position 0 or more
 * @param action what happens there, once
 */
record BytePlan(long position, Action action) {
  static final BytePlan NONE = new BytePlan(Long.MAX_VALUE, () -> {});

  /** What happens. */
  interface Action {
    void run() throws IOException;
  }
}
