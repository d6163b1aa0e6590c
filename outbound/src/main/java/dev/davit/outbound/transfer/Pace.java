package dev.davit.outbound.transfer;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether bytes move fast enough, on average over each stretch of time spent with the server. */
final class Pace {
  private final BodyLimits limits;
  private long bytes;
  private long nanos;

  Pace(BodyLimits limits) {
    this.limits = limits;
  }

  void moved(long count, long took) throws IOException {
    bytes += count;
    nanos += took;
    if (nanos < limits.idle().toNanos()) {
      return;
    }
    if (bytes < (double) limits.leastRate() * nanos / TimeUnit.SECONDS.toNanos(1)) {
      throw new IOException("the server is too slow");
    }
    bytes = 0;
    nanos = 0;
  }
}
