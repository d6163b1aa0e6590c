package dev.davit.drive.internal.upload;

import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * The bytes of a content, in order. It is opened again only where it may be; what it throws
 * unchecked is passed on.
 */
public final class Source implements AutoCloseable {
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
      throw Mishaps.unreadable(e);
    }
  }

  /** How many bytes it says that there are; {@link Resumable#UNKNOWN} if it does not. */
  long size() {
    return content.size().orElse(Resumable.UNKNOWN);
  }

  /** Fewer bytes than asked for only at the end. */
  int read(byte[] buffer, int offset, int length) {
    return read(in, buffer, offset, length);
  }

  /** As {@link InputStream#readNBytes(byte[], int, int)}. */
  static int read(InputStream in, byte[] buffer, int offset, int length) {
    try {
      return in.readNBytes(buffer, offset, length);
    } catch (IOException e) {
      throw Mishaps.unreadable(e);
    }
  }

  /** Whether all was read. */
  boolean isAtEnd() {
    try {
      int next = in.read();
      if (next >= 0) {
        in.unread(next);
      }
      return next < 0;
    } catch (IOException e) {
      throw Mishaps.unreadable(e);
    }
  }

  /** Goes to a position that was passed; false if that can't be. */
  boolean rewind(long position) {
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
      throw Mishaps.unreadable(e);
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
