package dev.davit.outbound.transfer;

import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * The bytes of a content, in order. It is opened again only where it may be; what it throws
 * unchecked is passed on.
 */
public final class Source implements AutoCloseable {
  /** The size of what does not say how long it is. */
  public static final long UNKNOWN = -1;

  private final Content content;
  private PushbackInputStream in;

  /**
   * Opens a content.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#UNAVAILABLE} if that
   *     fails
   */
  public Source(Content content) {
    this.content = content;
    this.in = opened(content);
  }

  private static PushbackInputStream opened(Content content) {
    try {
      return new PushbackInputStream(content.open());
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  /** How many bytes it says that there are; {@link #UNKNOWN} if it does not. */
  public long size() {
    return content.size().orElse(UNKNOWN);
  }

  /** Fewer bytes than asked for only at the end. */
  private int read(byte[] buffer, int offset, int length) {
    return read(in, buffer, offset, length);
  }

  /** As {@link InputStream#readNBytes(byte[], int, int)}. */
  static int read(InputStream in, byte[] buffer, int offset, int length) {
    try {
      return in.readNBytes(buffer, offset, length);
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  /** Whether all was read. */
  private boolean isAtEnd() {
    try {
      int next = in.read();
      if (next >= 0) {
        in.unread(next);
      }
      return next < 0;
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  /**
   * Reads on into a window, up to what it holds.
   *
   * @return whether the window has the end then
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#INVALID_REQUEST} if
   *     there are not as many bytes as it said
   */
  public boolean fill(Window window) {
    long size = size();
    window.fill(this::read, size < 0 ? Long.MAX_VALUE : size);
    boolean last = isAtEnd();
    if (size >= 0 && (last ? window.end() != size : window.end() >= size)) {
      throw PayloadException.wrongLength().told();
    }
    return last;
  }

  /** Goes to a position that was passed; false if that can't be. */
  public boolean rewind(long position) {
    if (!content.repeatable()) {
      return false;
    }
    close();
    in = new PushbackInputStream(InputStream.nullInputStream());
    in = opened(content);
    try {
      in.skipNBytes(position);
      return true;
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // What closing says is of no use: what was needed was read.
    }
  }
}
