package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Jsons;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One call by somebody who may make it. */
record Call(
    Who who,
    Address address,
    Options options,
    HttpServletRequest request,
    HttpServletResponse response) {
  /** Where all of the emulated Microsoft is; without a slash at the end. */
  String origin() {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /**
   * The JSON in the body.
   *
   * @throws Refused 400 when it is none, or is not said to be
   */
  Map<String, Object> json() throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.startsWith("application/json")) {
      throw Refusals.badRequest("Entity only allows writes with a JSON Content-Type header.");
    }
    try (InputStream body = request.getInputStream()) {
      return Jsons.object(body, Refusals::noJson);
    }
  }

  /** A header; empty where there is none. */
  String header(String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  /** Answers with JSON. */
  void send(int status, Map<String, Object> body) throws IOException {
    response.setStatus(status);
    response.setContentType(
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
            + "charset=utf-8");
    response.setHeader("Cache-Control", "no-store, no-cache");
    response.setHeader("OData-Version", "4.0");
    response.getOutputStream().write(Jsons.text(body).getBytes(StandardCharsets.UTF_8));
  }

  /** Answers that it is done, and no more. */
  void done() {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
