package dev.davit.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A part of a file's bytes: exactly as many as were promised, or an {@link IOException}. */
final class FileBody extends InputStream {
  /** The most that one read takes: the JDK keeps a buffer of that size for each thread. */
  private static final int PIECE = 64 * 1024;

  private final FileChannel channel;
  private long position;
  private long left;

  FileBody(FileChannel channel, long first, long length) {
    this.channel = channel;
    this.position = first;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0 || left == 0) {
      return length == 0 ? 0 : -1;
    }
    int most = (int) Math.min(Math.min(length, PIECE), left);
    int count = channel.read(ByteBuffer.wrap(buffer, offset, most), position);
    if (count < 0) {
      throw new EOFException("the file is shorter than it was");
    }
    position += count;
    left -= count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, left));
    position += skipped;
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
