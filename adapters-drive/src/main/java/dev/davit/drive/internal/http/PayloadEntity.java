package dev.davit.drive.internal.http;

import dev.davit.drive.DrivePatience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.entity.AbstractHttpEntity;

/**
 * Sends a payload: exactly as many bytes as it said, never chunked, and cut when the server takes
 * them too slowly. The time that the content itself takes does not count.
 */
final class PayloadEntity extends AbstractHttpEntity {
  private static final int BUFFER = 16 * 1024;

  private final Payload payload;
  private final Watch watch;
  private final DrivePatience patience;

  PayloadEntity(Payload payload, Watch watch, DrivePatience patience) {
    this.payload = payload;
    this.watch = watch;
    this.patience = patience;
    setContentType(payload.contentType());
    setChunked(false);
  }

  @Override
  public boolean isRepeatable() {
    return payload.repeatable();
  }

  @Override
  public long getContentLength() {
    return payload.length();
  }

  @Override
  public InputStream getContent() throws IOException {
    return payload.open();
  }

  @Override
  public boolean isStreaming() {
    return !payload.repeatable();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    watch.relax();
    try (InputStream in = open()) {
      copy(in, out);
    }
    watch.within(patience.answer());
  }

  private InputStream open() throws PayloadException {
    try {
      return payload.open();
    } catch (IOException e) {
      throw PayloadException.unreadable(e);
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    Pace pace = new Pace(patience);
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
    watch.within(patience.idle());
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
