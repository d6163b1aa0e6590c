package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code remote.php/dav} itself: what can be searched, and a folder that holds the areas. */
final class RootArea implements Area {
  private final Search search;

  RootArea(Parts parts) {
    search = new Search(parts.disk(), parts.nodes());
  }

  @Override
  public void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "SEARCH" -> search.search(request, response);
      case "PROPFIND" -> propfind(request, response);
      default -> throw SabreError.of(405, "The root of the server can't be changed");
    }
  }

  private static void propfind(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String root = request.getContextPath() + DavPath.ROOT + "/";
    var wanted = Wanted.of(request);
    try (Multistatus answer = Multistatus.begin(response)) {
      answer.add(folder(root), wanted);
      if (Listings.children(request)) {
        answer.add(folder(root + "files/"), wanted);
        answer.add(folder(root + "trashbin/"), wanted);
        answer.add(folder(root + "uploads/"), wanted);
      }
    }
  }

  private static Node folder(String href) {
    return new Node(href, Map.of(Names.dav("resourcetype"), () -> "<d:collection/>"));
  }
}
