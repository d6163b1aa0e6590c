package dev.davit.emulator.nextcloud;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The WebDAV server underneath, which knows nothing of Nextcloud. */
interface Plain {
  /** Does the request as it is: GET and HEAD with ranges and conditions, MKCOL. */
  void serve(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException;

  /**
   * Whether If-Match and its like hold; if not, the answer is given.
   *
   * @throws SabreError 412 when a write must not happen
   */
  void checkConditions(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** The media type for a file's name. */
  String type(String name);
}
