package dev.davit.objectstore;

import dev.davit.outbound.transfer.BlockInput;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Watch;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes in memory on their way: each time some are fetched, the line took those before. After the
 * last of them the store has its time to answer.
 */
final class S3Outgoing extends BlockInput {
  private final Watch watch;
  private final BodyLimits limits;

  S3Outgoing(InputStream in, Watch watch, BodyLimits limits) {
    super(in);
    this.watch = watch;
    this.limits = limits;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    watch.within(count < 0 ? limits.answer() : limits.idle());
    return count;
  }
}
