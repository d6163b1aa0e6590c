package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What is still to come of a body when the answer is known already. Most clients read no answer
 * before they have sent everything, and see a broken connection where a conflict was meant.
 */
final class Remains {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private Remains() {}

  /** Reads the rest and forgets it, unless that is too much or takes too long. */
  static void skip(HttpServletRequest request, Duration atMost) {
    if (request.getContentLengthLong() > MOST_BYTES || request.getHeader("Expect") != null) {
      return;
    }
    long deadline = System.nanoTime() + atMost.toNanos();
    byte[] buffer = new byte[64 * 1024];
    long left = MOST_BYTES;
    try {
      InputStream in = request.getInputStream();
      for (int n = 0; n >= 0 && left > 0 && System.nanoTime() < deadline; left -= n) {
        n = in.read(buffer);
      }
    } catch (IOException | IllegalStateException e) {
      // The client is gone, or the body was read as a form: nothing remains.
    }
  }
}
