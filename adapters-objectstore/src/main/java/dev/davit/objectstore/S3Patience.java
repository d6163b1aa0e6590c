package dev.davit.objectstore;

import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.outbound.transfer.Pauses;
import java.time.Duration;

/**
 * How long the store may take, and how large files are sent to it.
 *
 * @param connect for a connection to come about, TLS included
 * @param total for a request that moves no file's bytes, with its whole answer
 * @param making for the store to copy, or to put parts together
 * @param bodies for what moves a file's bytes
 * @param pacing of how many bytes a part is at least, at least 5 MiB; and the pauses between tries
 */
record S3Patience(
    Duration connect, Duration total, Duration making, BodyLimits bodies, Pacing pacing) {
  private static final int PART = 8 * 1024 * 1024;

  /** Parts of 8 MiB: 10,000 of them are the most that S3 takes. */
  static final S3Patience USUAL =
      new S3Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          new BodyLimits(Duration.ofSeconds(60), Duration.ofSeconds(30), 1024),
          new Pacing(PART, Pauses.REAL));
}
