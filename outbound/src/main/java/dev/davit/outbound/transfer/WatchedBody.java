package dev.davit.outbound.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body whose server is watched while somebody waits for bytes of it. */
public final class WatchedBody extends BlockInput {
  private final Watch watch;
  private final @Nullable BodyLimits limits;
  private final @Nullable Pace pace;
  private long read;
  private boolean atEnd;

  /**
   * A watched body.
   *
   * @param limits for each read; null if a deadline for the whole runs already
   */
  public WatchedBody(InputStream in, Watch watch, @Nullable BodyLimits limits) {
    super(in);
    this.watch = watch;
    this.limits = limits;
    this.pace = limits == null ? null : new Pace(limits);
  }

  /** Whether its end has been seen. */
  public boolean isAtEnd() {
    return atEnd;
  }

  /**
   * Whether nothing is left of it, so that its end need not be waited for.
   *
   * @param length how long it was announced to be; null if it was not
   * @throws IOException if there is no end where it should be
   */
  public boolean isRead(@Nullable Long length) throws IOException {
    return length != null && read == length && read() < 0;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = limits == null ? in.read(buffer, offset, length) : paced(buffer, offset, length);
      atEnd |= count < 0;
      read += Math.max(count, 0);
      return count;
    } catch (IOException e) {
      throw watch.cause(e);
    }
  }

  private int paced(byte[] buffer, int offset, int length) throws IOException {
    long start = System.nanoTime();
    watch.within(Objects.requireNonNull(limits).idle());
    int count = in.read(buffer, offset, length);
    watch.relax();
    Objects.requireNonNull(pace).moved(Math.max(count, 0), System.nanoTime() - start);
    return count;
  }
}
