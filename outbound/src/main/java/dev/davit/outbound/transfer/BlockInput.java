package dev.davit.outbound.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream over another, all of which goes through {@link #read(byte[], int, int)}: single bytes
 * and what is skipped, too. There is no way back in it.
 */
public abstract class BlockInput extends FilterInputStream {
  private static final int BLOCK = 16 * 1024;

  protected BlockInput(InputStream in) {
    super(in);
  }

  @Override
  public abstract int read(byte[] buffer, int offset, int length) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final long skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.max(0, Math.min(count, BLOCK))];
    return Math.max(0, read(scratch, 0, scratch.length));
  }

  @Override
  public final boolean markSupported() {
    return false;
  }
}
