package dev.davit.http;

import java.io.IOException;

/**
 * Watches how fast a client sends or takes bytes, counting only the time in which we wait for it,
 * and ends it if that is too slow on average.
 */
final class Pace {
  private final HttpLimits.Patience patience;
  private long waited;
  private long bytes;

  Pace(HttpLimits.Patience patience) {
    this.patience = patience;
  }

  /**
   * Notes that so many bytes took so long.
   *
   * @throws IOException if the client is too slow
   */
  void note(long count, long nanos) throws IOException {
    bytes += count;
    waited += nanos;
    if (waited > patience.slowness().toNanos() && bytes < patience.leastRate() * (waited / 1e9)) {
      throw new TooSlow();
    }
  }

  /** The client was too slow. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("the client is too slow");
    }
  }
}
