package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Jsons;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One call of a method by somebody who may make it.
 *
 * @param id what its path names; empty for none
 */
record Call(
    Method method,
    String id,
    Who who,
    Params params,
    HttpServletRequest request,
    HttpServletResponse response) {
  /** Whether the caller knows of shared drives. */
  boolean allDrives() {
    return params.flag("supportsAllDrives");
  }

  /**
   * The body, unpacked when it came packed: the vendor's clients pack what they send
   * (google-http-client, GZipEncoding), chunks of uploads too.
   */
  static InputStream body(HttpServletRequest request) throws IOException {
    String encoding = String.valueOf(request.getHeader("Content-Encoding"));
    InputStream raw = new BufferedInputStream(request.getInputStream());
    return encoding.equalsIgnoreCase("gzip") ? new GZIPInputStream(raw) : raw;
  }

  /** The metadata in the body; only JSON will do. */
  Map<String, Object> metadata() throws IOException {
    String type = request.getContentType();
    if (type != null && !type.startsWith("application/json")) {
      throw DriveError.of(
          400, "parseError", "This API does not support parsing form-encoded input.");
    }
    try (InputStream body = body(request)) {
      return Jsons.object(body, Refusals::parseError);
    }
  }

  /** What is wanted of the answer. */
  Mask mask(String otherwise) {
    return Mask.of(params.text("fields", otherwise), method.type());
  }

  /** Answers with what is wanted of a resource. */
  void send(Map<String, Object> resource) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("application/json; charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    response.getOutputStream().write(Jsons.text(resource).getBytes(StandardCharsets.UTF_8));
  }

  /** Answers that it is done, and no more. */
  void done() {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
