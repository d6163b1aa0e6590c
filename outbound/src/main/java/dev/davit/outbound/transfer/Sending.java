package dev.davit.outbound.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Sends payloads: exactly as many bytes as they said, cut when the server takes them too slowly.
 * The time that the content itself takes does not count.
 */
public final class Sending {
  private static final int BUFFER = 16 * 1024;

  private final Payload payload;
  private final Watch watch;
  private final BodyLimits limits;

  /** A payload on its way; nothing is sent yet. */
  public Sending(Payload payload, Watch watch, BodyLimits limits) {
    this.payload = payload;
    this.watch = watch;
    this.limits = limits;
  }

  /**
   * Sends it, from its first byte. From then on the server has its time to answer.
   *
   * @throws PayloadException if it can't be read, or has another length than it said
   */
  public void to(OutputStream out) throws IOException {
    watch.relax();
    try (InputStream in = open()) {
      copy(in, out);
    }
    watch.within(limits.answer());
  }

  private InputStream open() throws PayloadException {
    try {
      return payload.open();
    } catch (IOException e) {
      throw PayloadException.unreadable(e);
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    Pace pace = new Pace(limits);
    byte[] buffer = new byte[BUFFER];
    long left = payload.length();
    // Reads once more after the last byte: there must be no more.
    for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
      left -= count;
      if (left < 0) {
        throw PayloadException.wrongLength();
      }
      write(out, buffer, count, pace);
    }
    if (left > 0) {
      throw PayloadException.wrongLength();
    }
  }

  private void write(OutputStream out, byte[] buffer, int count, Pace pace) throws IOException {
    long start = System.nanoTime();
    watch.within(limits.idle());
    out.write(buffer, 0, count);
    watch.relax();
    pace.moved(count, System.nanoTime() - start);
  }

  private static int read(InputStream in, byte[] buffer) throws PayloadException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw PayloadException.unreadable(e);
    }
  }
}
