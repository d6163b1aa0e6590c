package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.io.InputStream;

/** Reads up to a delimiter, and on after it when it is opened again. */
final class PartStream extends InputStream {
  private static final int ROOM = 1 << 16;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[ROOM];
  private int at;
  private int end;
  private boolean finished;
  private boolean stopped;

  PartStream(InputStream in, byte[] delimiter) {
    this.in = in;
    this.delimiter = delimiter.clone();
  }

  /** Goes on after the delimiter that it stands at. */
  void open() {
    stopped = false;
  }

  /** Reads the rest up to the delimiter, or to the end. */
  void skipAll() throws IOException {
    byte[] nowhere = new byte[ROOM];
    while (read(nowhere, 0, ROOM) >= 0) {
      // Only read.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (stopped || length == 0) {
      return stopped ? -1 : 0;
    }
    fill();
    int found = find();
    if (found == at) {
      at += delimiter.length;
      stopped = true;
      return -1;
    }
    int sure = found > 0 ? found : finished ? end : end - delimiter.length + 1;
    int now = Math.min(length, sure - at);
    if (now <= 0) {
      stopped = true;
      return -1;
    }
    System.arraycopy(buffer, at, bytes, from, now);
    at += now;
    return now;
  }

  private void fill() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
    }
    while (!finished && end < delimiter.length) {
      int read = in.read(buffer, end, buffer.length - end);
      finished = read < 0;
      end += Math.max(0, read);
    }
  }

  /** Where the delimiter begins in what is here, or -1. */
  private int find() {
    for (int start = at; start + delimiter.length <= end; start++) {
      int same = 0;
      while (same < delimiter.length && buffer[start + same] == delimiter[same]) {
        same++;
      }
      if (same == delimiter.length) {
        return start;
      }
    }
    return -1;
  }
}
