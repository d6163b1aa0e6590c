package dev.davit.webdav.internal.dav;

import dev.davit.outbound.transfer.BlockInput;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends with an error once too much was read of it: in all, or since {@link #progress}
 * was last called. The latter bounds what a parser has to keep of a single name, value or comment.
 */
final class BoundedInput extends BlockInput {
  private final long maxTotal;
  private final long maxStep;
  private long total;
  private long step;

  BoundedInput(InputStream in, long maxTotal, long maxStep) {
    super(in);
    this.maxTotal = maxTotal;
    this.maxStep = maxStep;
  }

  void progress() {
    step = 0;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    total += Math.max(count, 0);
    step += Math.max(count, 0);
    if (total > maxTotal || step > maxStep) {
      throw new MalformedAnswerException("the answer is too large", null);
    }
    return count;
  }
}
