package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an upload as they arrive: no more than allowed, and not too slowly. */
final class UploadStream extends FilterInputStream {
  private final long max;
  private final Pace pace;
  private final HttpObserver observer;
  private long count;
  private @Nullable RuntimeException refusal;

  private UploadStream(InputStream in, long max, Pace pace, HttpObserver observer) {
    super(in);
    this.max = max;
    this.pace = pace;
    this.observer = observer;
  }

  /** The body of a request. */
  static UploadStream of(HttpServletRequest request, long max, HttpLimits limits)
      throws IOException {
    Pace pace = new Pace(limits.patience());
    return new UploadStream(request.getInputStream(), max, pace, Observing.of(request));
  }

  /** Why the stream ended before its end, if it did: by us, or because the client is gone. */
  @Nullable RuntimeException refusal() {
    return refusal;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? n : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (refusal != null) {
      throw new IOException("the upload was ended");
    }
    long start = System.nanoTime();
    int n = readOrRefuse(buffer, offset, length);
    if (n > 0) {
      count += n;
      observer.uploaded(n);
      check(n, System.nanoTime() - start);
    }
    return n;
  }

  private int readOrRefuse(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      refusal = RequestBody.isSilence(e) ? RequestBody.tooSlow() : RequestBody.brokenOff();
      throw e;
    }
  }

  private void check(int n, long nanos) throws IOException {
    if (count > max) {
      refusal = RequestBody.tooLarge();
      throw new IOException("the upload is too large");
    }
    try {
      pace.note(n, nanos);
    } catch (Pace.TooSlow e) {
      refusal = RequestBody.tooSlow();
      throw e;
    }
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 8192)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Leaves the connection open: the answer still has to go through it. */
  @Override
  public void close() {}
}
