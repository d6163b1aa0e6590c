package dev.davit.internal.providers;

import java.time.Duration;

/**
 * What surrounds every call to a storage.
 *
 * @param deadline for a call, all its tries and pauses together; contents are not under it
 */
record Surroundings(
    Duration deadline, Retries retries, Door door, Workers workers, Timing timing) {}
