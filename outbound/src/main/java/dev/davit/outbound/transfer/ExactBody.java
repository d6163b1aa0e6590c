package dev.davit.outbound.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a file: no byte more than was asked for, and an error rather than an early end where
 * its length is known.
 */
public final class ExactBody extends BlockInput {
  private final Runnable end;
  private final boolean exact;
  private long left;

  /**
   * A body.
   *
   * @param end what closing it does
   * @param in from the first wanted byte on
   * @param most how many bytes at most; null for no bound
   * @param exact whether it must have that many
   */
  public ExactBody(Runnable end, InputStream in, @Nullable Long most, boolean exact) {
    super(in);
    this.end = end;
    this.left = most == null ? Long.MAX_VALUE : most;
    this.exact = exact && most != null;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    if (count < 0 && exact) {
      throw new EOFException("the file broke off, " + left + " bytes before its end");
    }
    left -= Math.max(count, 0);
    return count;
  }

  @Override
  public void close() {
    end.run();
  }
}
