package dev.davit.emulator.nextcloud;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Which area a path is in, and whether it is the asker's own. */
final class DavAreas implements Area {
  private volatile Map<String, Area> areas = Map.of();

  /** What they are made of; before that every path is unknown. */
  void are(Parts parts) {
    areas =
        Map.of(
            "", new RootArea(parts),
            "files", new FilesArea(parts),
            "uploads", new UploadsArea(parts),
            "trashbin", new TrashArea(parts));
  }

  @Override
  public void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Area area = areas.get(path.area());
    if (request.getMethod().equals("OPTIONS")) {
      FilesArea.options(response);
    } else if (area == null) {
      throw SabreError.notFound(path.name());
    } else if (path.area().isEmpty()
        || path.user().equals(Identity.of(request).account().userId())) {
      area.serve(path, request, response);
    } else {
      stranger(path, request, response);
    }
  }

  /**
   * Another user's home, or that of nobody, looks like an empty folder in which nothing can be
   * made: who uses a login name in place of the user id sees no error here (nextcloud/server,
   * {@code apps/dav/lib/Files/RootCollection.php}, SimpleCollection).
   */
  private static void stranger(
      DavPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean makes = request.getMethod().equals("PUT") || request.getMethod().equals("MKCOL");
    if (request.getMethod().equals("PROPFIND") && path.depth() == 0) {
      empty(path, request, response);
    } else if (makes && path.depth() == 1) {
      throw SabreError.of(403, "Permission denied to create file (filename " + path.name() + ")");
    } else if (makes && path.depth() > 1) {
      throw SabreError.of(409, "Parent node does not exist");
    } else {
      throw SabreError.notFound(path.name());
    }
  }

  private static void empty(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Node folder =
        new Node(
            path.href(request.getContextPath(), true),
            Map.of(Names.dav("resourcetype"), () -> "<d:collection/>"));
    try (Multistatus answer = Multistatus.begin(response)) {
      answer.add(folder, Wanted.of(request));
    }
  }
}
