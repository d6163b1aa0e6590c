package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a body to the client through one small buffer. If either side breaks off, the connection
 * is cut, since an answer that merely ended would look complete.
 */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final int BUFFER = 64 * 1024;

  private Sending() {}

  /** Sends all of the body, which should have the given length where one is given. */
  static void copy(Call call, InputStream body, @Nullable Long length) {
    Pace pace = new Pace(call.limits().patience());
    try {
      OutputStream out = call.response().getOutputStream();
      long sent = copy(body, out, pace, Observing.of(call.request()));
      if (length != null && sent != length) {
        throw new IOException("the provider sent " + sent + " bytes of " + length);
      }
    } catch (IOException | RuntimeException e) {
      LOG.info("request {}: the download broke off ({})", call.requestId(), e.getClass().getName());
      if (!call.response().isCommitted()) {
        throw new CloudException(ErrorKind.UNAVAILABLE, "The provider broke off.", e);
      }
      Cut.connection(call.request());
    }
  }

  private static long copy(InputStream body, OutputStream out, Pace pace, HttpObserver observer)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long sent = 0;
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      long start = System.nanoTime();
      out.write(buffer, 0, n);
      pace.note(n, System.nanoTime() - start);
      sent += n;
      observer.downloaded(n);
    }
    return sent;
  }
}
