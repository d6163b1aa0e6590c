package dev.davit.onedrive;

import java.time.Duration;

/**
 * How patient the adapter is with Microsoft.
 *
 * @param connect for a connection, and again for TLS
 * @param answer from the end of a request to the head of its answer, where a file is read or
 *     written
 * @param idle how long a file's bytes may stand still
 * @param total for a whole request that reads or writes no file; for a token, too
 * @param leastRate bytes a second that a file must move on average, counting only time spent
 *     waiting for Microsoft
 */
public record OneDrivePatience(
    Duration connect, Duration answer, Duration idle, Duration total, long leastRate) {
  private static final long LEAST_RATE = 1024;

  /** 10 s to connect, 60 s for an answer, 30 s of standing still, 60 s in all, 1 KiB a second. */
  public static OneDrivePatience usual() {
    return new OneDrivePatience(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        LEAST_RATE);
  }
}
