package dev.davit.drive.internal.http;

import dev.davit.drive.DrivePatience;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body whose server is watched while somebody waits for bytes of it. */
final class WatchedBody extends BlockInput {
  private final Watch watch;
  private final @Nullable DrivePatience patience;
  private final @Nullable Pace pace;
  private boolean atEnd;
  private long read;

  /**
   * A watched body.
   *
   * @param patience for each read; null if a deadline for the whole runs already
   */
  WatchedBody(InputStream in, Watch watch, @Nullable DrivePatience patience) {
    super(in);
    this.watch = watch;
    this.patience = patience;
    this.pace = patience == null ? null : new Pace(patience);
  }

  /** How many bytes were read. */
  long count() {
    return read;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count =
          patience == null ? in.read(buffer, offset, length) : paced(buffer, offset, length);
      atEnd |= count < 0;
      read += Math.max(count, 0);
      return count;
    } catch (IOException e) {
      throw watch.expired() ? new DeadlineException(e) : e;
    }
  }

  private int paced(byte[] buffer, int offset, int length) throws IOException {
    long start = System.nanoTime();
    watch.within(java.util.Objects.requireNonNull(patience).idle());
    int count = in.read(buffer, offset, length);
    watch.relax();
    java.util.Objects.requireNonNull(pace).moved(Math.max(count, 0), System.nanoTime() - start);
    return count;
  }
}
