package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body whole: small, in time, and said to be JSON. */
final class RequestBody {
  private RequestBody() {}

  static byte[] json(HttpServletRequest request, HttpLimits limits) {
    checkType(request.getContentType());
    checkEncoding(request);
    if (request.getContentLengthLong() > limits.sizes().json()) {
      throw tooLarge();
    }
    try {
      return read(request.getInputStream(), limits);
    } catch (IOException e) {
      throw isSilence(e) ? tooSlow() : brokenOff();
    }
  }

  /** Nobody unpacks here, so nobody may pack. */
  static void checkEncoding(HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Bodies are taken without Content-Encoding only.");
    }
  }

  private static void checkType(@Nullable String type) {
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!plain.matches("application/json(;charset=\"?utf-8\"?)?")) {
      throw unsupported("The body must be application/json.");
    }
  }

  private static byte[] read(InputStream in, HttpLimits limits) throws IOException {
    long deadline = System.nanoTime() + limits.patience().json().toNanos();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      if (out.size() > limits.sizes().json()) {
        throw tooLarge();
      }
      if (System.nanoTime() > deadline) {
        throw tooSlow();
      }
    }
    return out.toByteArray();
  }

  /** Whether reading failed because the client sent nothing for too long. */
  static boolean isSilence(IOException failure) {
    return failure.getCause() instanceof TimeoutException;
  }

  static HttpProblem tooSlow() {
    return new HttpProblem(ProblemType.REQUEST_TIMEOUT, "The body took too long to arrive.");
  }

  static CloudException brokenOff() {
    return Texts.refused("The body broke off.");
  }

  static CloudException tooLarge() {
    return new CloudException(ErrorKind.TOO_LARGE, "The body is larger than this server takes.");
  }

  private static CloudException unsupported(String message) {
    return new CloudException(ErrorKind.UNSUPPORTED_MEDIA, message);
  }
}
