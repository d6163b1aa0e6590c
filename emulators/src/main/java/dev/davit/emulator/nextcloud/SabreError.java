package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A refusal of the WebDAV part, told as sabre/dav tells it: a status and {@code d:error} with the
 * class of an exception and a message (sabre-io/dav, {@code lib/DAV/Exception} and {@code
 * Server::start}).
 */
final class SabreError extends RuntimeException {
  private static final Map<Integer, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry(400, "BadRequest"),
          Map.entry(401, "NotAuthenticated"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(405, "MethodNotAllowed"),
          Map.entry(409, "Conflict"),
          Map.entry(411, "LengthRequired"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(416, "RequestedRangeNotSatisfiable"),
          Map.entry(423, "Locked"),
          Map.entry(501, "NotImplemented"),
          Map.entry(503, "ServiceUnavailable"),
          Map.entry(507, "InsufficientStorage"));

  private final int status;
  private final String exception;

  private SabreError(int status, String exception, String message) {
    super(message, null, false, false);
    this.status = status;
    this.exception = exception;
  }

  /** One of sabre's own, chosen by its status. */
  static SabreError of(int status, String message) {
    return new SabreError(
        status, "Sabre\\DAV\\Exception\\" + EXCEPTIONS.getOrDefault(status, "Exception"), message);
  }

  /** One of Nextcloud's ({@code apps/dav/lib/Connector/Sabre/Exception}). */
  static SabreError nextcloud(int status, String exception, String message) {
    return new SabreError(status, "OCA\\DAV\\Connector\\Sabre\\Exception\\" + exception, message);
  }

  static SabreError notFound(String name) {
    return of(404, "File with name " + name + " could not be located");
  }

  int status() {
    return status;
  }

  /** Answers with it, unless something was answered before. */
  void send(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("application/xml; charset=utf-8");
    response.getOutputStream().write(body().getBytes(StandardCharsets.UTF_8));
  }

  private String body() {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\">\n"
        + ("  <s:exception>" + exception + "</s:exception>\n")
        + ("  <s:message>" + Xml.escape(String.valueOf(getMessage())) + "</s:message>\n")
        + "</d:error>\n";
  }
}
