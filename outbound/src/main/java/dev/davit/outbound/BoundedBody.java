package dev.davit.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that ends in a {@link BodyLimitException} when it is larger or slower than allowed. Put
 * one round what comes from the wire, and another round what is inflated from it: what is inflated
 * needs a cap of its own. That a single read never returns is for the socket's time-out to end.
 *
 * <p>For one thread, as streams are. Keeps nothing of the body.
 */
public final class BoundedBody extends FilterInputStream {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private long total;
  private long windowBytes;
  private long windowNanos;

  /**
   * What is allowed.
   *
   * @param maxBytes how many bytes at most; 0 or more
   * @param leastPerSecond how many bytes a second there must be, on average over each window; 0 for
   *     no least rate
   * @param window how long the rate is averaged, counting only time spent waiting for bytes; more
   *     than zero
   */
  public record Limits(long maxBytes, long leastPerSecond, Duration window) {
    public Limits {
      if (maxBytes < 0 || leastPerSecond < 0 || window.isNegative() || window.isZero()) {
        throw new IllegalArgumentException("limits of a body are not negative");
      }
    }

    /** A cap on size alone. */
    public static Limits size(long maxBytes) {
      return new Limits(maxBytes, 0, Duration.ofSeconds(1));
    }
  }

  /** A bounded view of the body, timed by the system's monotonic clock. */
  public BoundedBody(InputStream body, Limits limits) {
    this(body, limits, System::nanoTime);
  }

  /**
   * A bounded view of the body.
   *
   * @param nanoTime a clock that only goes forward, as {@link System#nanoTime}
   */
  public BoundedBody(InputStream body, Limits limits, LongSupplier nanoTime) {
    super(body);
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    countSize(0);
    // One byte more than is left, to tell the end from an overrun.
    int most = (int) Math.min(length - 1L, limits.maxBytes - total) + 1;
    long before = nanoTime.getAsLong();
    int count = in.read(buffer, offset, most);
    if (count > 0) {
      countSize(count);
      countTime(count, nanoTime.getAsLong() - before);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.max(0, Math.min(count, 8192))];
    return Math.max(0, read(scratch, 0, scratch.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void countSize(int count) throws IOException {
    total += count;
    if (total > limits.maxBytes) {
      throw new BodyLimitException("the body has more than " + limits.maxBytes + " bytes");
    }
  }

  private void countTime(int count, long nanos) throws IOException {
    windowBytes += count;
    windowNanos += nanos;
    if (windowNanos < limits.window.toNanos()) {
      return;
    }
    double wanted = (double) limits.leastPerSecond * windowNanos / NANOS_PER_SECOND;
    if (windowBytes < wanted) {
      throw new BodyLimitException(
          "the body comes at less than " + limits.leastPerSecond + " bytes a second");
    }
    windowBytes = 0;
    windowNanos = 0;
  }
}
