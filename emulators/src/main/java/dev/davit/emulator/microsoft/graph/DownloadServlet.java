package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.ByteRange;
import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Delivery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What comes to the pre-authenticated address of content (driveitem-get-content). */
final class DownloadServlet extends HttpServlet {
  static final String PATTERN = Downloads.PREFIX + "*";

  private final transient Store store;
  private final transient Downloads downloads;
  private final transient Offences offences;
  private final transient GraphFaults faults;

  DownloadServlet(World world) {
    store = world.store();
    downloads = world.downloads();
    offences = world.offences();
    faults = world.faults();
  }

  /** What is there now, whatever was there when the address was made. */
  private record Found(Content content, String name, String type, String eTag) {
    static Found of(Item item) {
      return new Found(item.bytes(), item.name, item.mimeType, item.eTag());
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      offences.check(request);
      if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
        throw Refused.of(405, "notAllowed", "The method is not allowed here.");
      }
      String path = Downloads.PREFIX + request.getPathInfo().substring(1);
      downloads.check(path, String.valueOf(request.getParameter("tempauth")));
      send(found(path), request, response);
    } catch (Refused e) {
      e.send(request, response, downloads.now());
    }
  }

  private Found found(String path) {
    String[] parts = path.split("/", -1);
    return store.locked(
        () ->
            store
                .drive(parts[2])
                .map(drive -> drive.items.get(parts[3]))
                .filter(item -> item.is(Item.Kind.FILE))
                .map(Found::of)
                .orElseThrow(
                    () -> Refused.of(404, "itemNotFound", "The resource could not be found.")));
  }

  private void send(Found found, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", found.eTag());
    response.setHeader("Content-Disposition", "attachment");
    Delivery.send(response, found.content(), found.type(), range(found, request));
  }

  /** "The Range header may be ignored" (driveitem-get-content), which is told to do so here. */
  private Optional<ByteRange> range(Found found, HttpServletRequest request) {
    String condition = request.getHeader("If-Range");
    boolean whole = faults.wholeFiles() || (condition != null && !condition.equals(found.eTag()));
    return whole
        ? Optional.empty()
        : ByteRange.of(
            request.getHeader("Range"),
            found.content().size(),
            () ->
                Refused.of(416, "invalidRange", "The specified byte range is not satisfiable.")
                    .header("Content-Range", "bytes */" + found.content().size()));
  }
}
