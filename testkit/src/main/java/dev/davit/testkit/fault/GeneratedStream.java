package dev.davit.testkit.fault;

import java.io.InputStream;
import java.util.Objects;

/** Bytes that look random, depend on their position only, and are never kept. */
final class GeneratedStream extends InputStream {
  private final long size;
  private long position;

  GeneratedStream(long size) {
    this.size = size;
  }

  @Override
  public int read() {
    return position == size ? -1 : next() & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    int count = (int) Math.min(length, size - position);
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = next();
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private byte next() {
    long mixed = position++ * 0x9E3779B97F4A7C15L;
    return (byte) (mixed >>> 56);
  }
}
