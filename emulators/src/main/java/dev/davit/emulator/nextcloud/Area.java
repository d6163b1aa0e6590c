package dev.davit.emulator.nextcloud;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One kind of thing below {@code remote.php/dav}. */
interface Area {
  /**
   * Answers a request.
   *
   * @throws SabreError when it is refused
   */
  void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException;
}
