package dev.davit.internal.providers;

import java.time.Duration;

/**
 * What surrounds every call to a storage.
 *
 * @param deadline for a call, all its tries and pauses together; contents are not under it
 */
record Surroundings(Duration deadline, Retries retries, Door door, Workers workers, Timing timing) {
  /** The same with less time, unless there is less already. */
  Surroundings within(Duration most) {
    Duration less = deadline.compareTo(most) < 0 ? deadline : most;
    return new Surroundings(less, retries, door, workers, timing);
  }
}
