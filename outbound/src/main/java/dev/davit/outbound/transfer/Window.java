package dev.davit.outbound.transfer;

import java.util.Arrays;

/**
 * The part of the bytes that is in memory: what was read and is not yet known to have arrived. It
 * is what makes it possible to send again what can be read once only.
 */
public final class Window {
  /** At first, since most files are small. */
  private static final int SMALL = 64 * 1024;

  private static final int GROWTH = 16;

  private final int capacity;
  private byte[] bytes;
  private long start;
  private int count;

  /** Reads what comes next. */
  public interface Reader {
    /** Fewer than asked for only at the end. */
    int read(byte[] buffer, int offset, int length);
  }

  private Window(long start, int capacity, int room) {
    this.start = start;
    this.capacity = capacity;
    this.bytes = new byte[room];
  }

  /**
   * An empty window that will be filled.
   *
   * @param start the position at which it begins
   * @param capacity the most that it holds
   */
  public static Window of(long start, int capacity) {
    return new Window(start, capacity, capacity);
  }

  /** One from the first byte on that takes more room only once it is needed. */
  public static Window growing(int capacity) {
    return new Window(0, capacity, Math.min(SMALL, capacity));
  }

  /** The position of its first byte. */
  public long start() {
    return start;
  }

  /** The position after its last byte. */
  public long end() {
    return start + count;
  }

  /** How many bytes it has. */
  public int count() {
    return count;
  }

  /**
   * Reads until it is full, or up to a position.
   *
   * @return false if there is nothing more to read
   */
  public boolean fill(Reader reader, long most) {
    int wanted = (int) Math.min(capacity, most - start);
    while (count < wanted) {
      grow(wanted);
      int room = Math.min(bytes.length, wanted) - count;
      int read = reader.read(bytes, count, room);
      count += read;
      if (read < room) {
        return false;
      }
    }
    return true;
  }

  private void grow(int wanted) {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(wanted, GROWTH * bytes.length));
    }
  }

  /** Drops what has arrived; keeps the rest. */
  public void advance(long position) {
    int gone = Math.toIntExact(position - start);
    System.arraycopy(bytes, gone, bytes, 0, count - gone);
    start = position;
    count -= gone;
  }

  /** Drops everything, to begin at another position. */
  public void restart(long position) {
    start = position;
    count = 0;
  }

  /** The first of its bytes, good until it changes. */
  public Piece piece(int length, String contentType) {
    return new Piece(bytes, length, contentType);
  }
}
