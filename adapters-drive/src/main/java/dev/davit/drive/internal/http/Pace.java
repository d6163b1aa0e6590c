package dev.davit.drive.internal.http;

import dev.davit.drive.DrivePatience;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether bytes move fast enough, on average over each stretch of time spent with the server. */
final class Pace {
  private final DrivePatience patience;
  private long bytes;
  private long nanos;

  Pace(DrivePatience patience) {
    this.patience = patience;
  }

  void moved(long count, long took) throws IOException {
    bytes += count;
    nanos += took;
    if (nanos < patience.idle().toNanos()) {
      return;
    }
    if (bytes < (double) patience.leastRate() * nanos / TimeUnit.SECONDS.toNanos(1)) {
      throw new IOException("the server is too slow");
    }
    bytes = 0;
    nanos = 0;
  }
}
