package dev.davit.webdav.internal.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** A nameless file of rows. One thread appends to it; afterwards many may read. */
final class Scrap implements AutoCloseable {
  private static final int READ_BUFFER = 8 * 1024;
  private static final int WRITE_BUFFER = 64 * 1024;

  private final Room room;
  private final FileChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile long length;

  Scrap(Room room, FileChannel channel) {
    this.room = room;
    this.channel = channel;
  }

  /** How much was written and flushed. */
  long length() {
    return length;
  }

  /** Appends; what was not flushed is not there. */
  DataOutputStream appending() {
    return new DataOutputStream(new BufferedOutputStream(new Appended(), WRITE_BUFFER));
  }

  /** The rows between two positions; none other may begin or end within. */
  Rows rows(long from, long to) {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new Part(from, to), READ_BUFFER));
    return () -> Row.read(in);
  }

  /** Ends all reading, and gives back the room. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nobody wants what was in it: there is nothing to save.
      }
      room.giveBack(length);
    }
  }

  private final class Appended extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      room.take(count);
      long end = length + count;
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
      try {
        while (buffer.hasRemaining()) {
          channel.write(buffer, end - buffer.remaining());
        }
        length = end;
      } finally {
        if (length != end) {
          room.giveBack(count);
        }
      }
    }
  }

  private final class Part extends InputStream {
    private final long end;
    private long at;

    Part(long from, long to) {
      at = from;
      end = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int wanted = (int) Math.min(count, end - at);
      if (wanted == 0) {
        return count == 0 ? 0 : -1;
      }
      int got = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
      at += Math.max(got, 0);
      return got;
    }
  }
}
