package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.namespace.QName;

/**
 * {@code trashbin/USER/trash} (WebDAV/trashbin.rst; nextcloud/server, {@code
 * apps/files_trashbin/lib/Sabre}). It is not there when the server has no trash.
 */
final class TrashArea implements Area {
  private final Disk disk;
  private final Catalog catalog;
  private final Trash trash;
  private final FileNodes nodes;
  private final Plain plain;

  TrashArea(Parts parts) {
    disk = parts.disk();
    catalog = parts.catalog();
    trash = parts.trash();
    nodes = parts.nodes();
    plain = parts.plain();
  }

  @Override
  public void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean inTrash = path.depth() > 0 && path.segments().get(2).equals("trash");
    if (!trash.on() || !inTrash || !Files.exists(disk.of(path))) {
      throw SabreError.notFound(path.name());
    }
    switch (request.getMethod()) {
      case "PROPFIND" -> propfind(path, request, response);
      case "DELETE" -> delete(path, response);
      case "MOVE" -> restore(path, request, response);
      case "GET", "HEAD" -> plain.serve(request, response);
      case "PUT", "MKCOL", "COPY" -> throw SabreError.of(403, "Permission denied in the trash");
      default -> throw FilesArea.notImplemented(request.getMethod());
    }
  }

  private void propfind(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<QName> wanted = Wanted.of(request);
    String webroot = request.getContextPath();
    try (Multistatus answer = Multistatus.begin(response)) {
      answer.add(node(path, webroot), wanted);
      if (Listings.children(request)) {
        for (Path child : disk.children(disk.of(path))) {
          answer.add(node(path.child(child.getFileName().toString()), webroot), wanted);
        }
      }
    }
  }

  private Node node(DavPath path, String webroot) {
    Node file = nodes.node(path, webroot).orElseThrow(() -> SabreError.notFound(path.name()));
    Map<QName, Supplier<String>> properties = new HashMap<>(file.properties());
    properties.keySet().removeIf(name -> name.getLocalPart().startsWith("quota-"));
    properties.put(Names.oc("permissions"), () -> "GD");
    trash.item(disk.of(path)).ifPresent(item -> properties.putAll(of(item)));
    return new Node(file.href(), properties);
  }

  private static Map<QName, Supplier<String>> of(TrashItem item) {
    return Map.of(
        Names.dav("displayname"), () -> Xml.escape(item.name()),
        Names.nc("trashbin-filename"), () -> Xml.escape(item.name()),
        Names.nc("trashbin-original-location"), () -> Xml.escape(item.location()),
        Names.nc("trashbin-deletion-time"), () -> Long.toString(item.deleted()));
  }

  /** One item, or all of them when it is the trash itself. */
  private void delete(DavPath path, HttpServletResponse response) {
    if (path.depth() == 1) {
      disk.children(disk.of(path)).forEach(trash::delete);
    } else if (path.depth() == 2) {
      trash.delete(disk.of(path));
    } else {
      throw SabreError.of(403, "Permission denied in the trash");
    }
    catalog.changed(disk.of(path));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /** Only into {@code trashbin/USER/restore}; the name there does not count. */
  private void restore(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String header = request.getHeader("Destination");
    if (header == null) {
      throw SabreError.of(400, "The destination header was not supplied");
    }
    DavPath to = DavPath.destination(header, request.getContextPath());
    DavPath restore = DavPath.decoded("/trashbin/" + path.user() + "/restore");
    if (path.depth() != 2 || !to.parent().equals(restore)) {
      throw SabreError.of(403, "Permission denied to move this out of the trash");
    }
    trash.restore(disk.of(path), path.user());
    response.setStatus(HttpServletResponse.SC_CREATED);
  }
}
