package dev.davit.webdav.internal.http;

import dev.davit.webdav.WebDavSettings;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether bytes move fast enough, on average over each stretch of time spent with the server. */
final class Pace {
  private final WebDavSettings settings;
  private long bytes;
  private long nanos;

  Pace(WebDavSettings settings) {
    this.settings = settings;
  }

  void moved(long count, long took) throws IOException {
    bytes += count;
    nanos += took;
    if (nanos < settings.idle().toNanos()) {
      return;
    }
    if (bytes < (double) settings.leastRate() * nanos / TimeUnit.SECONDS.toNanos(1)) {
      throw new IOException("the server is too slow");
    }
    bytes = 0;
    nanos = 0;
  }
}
