package dev.davit.testkit.fault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream to which something happens at a position. */
final class PlannedStream extends FilterInputStream {
  private final BytePlan plan;
  private final AtomicInteger closed;
  private long position;
  private boolean happened;
  private boolean open = true;

  PlannedStream(InputStream in, BytePlan plan, AtomicInteger closed) {
    super(in);
    this.plan = plan;
    this.closed = closed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == plan.position() && !happened) {
      happened = true;
      plan.action().run();
    }
    int wanted = happened ? length : (int) Math.min(length, plan.position() - position);
    int count = in.read(buffer, offset, wanted);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      closed.incrementAndGet();
    }
    super.close();
  }
}
