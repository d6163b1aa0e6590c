package dev.davit.emulator.google.drive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal of the upload server, which says it in plain text. */
final class PlainError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  PlainError(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  void send(HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.setStatus(status);
      response.setContentType("text/plain; charset=utf-8");
      response
          .getOutputStream()
          .write(String.valueOf(getMessage()).getBytes(StandardCharsets.UTF_8));
    }
  }
}
