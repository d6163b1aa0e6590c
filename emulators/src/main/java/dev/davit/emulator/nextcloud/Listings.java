package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/** PROPFIND on files and folders. */
final class Listings {
  private final Disk disk;
  private final FileNodes nodes;

  Listings(Disk disk, FileNodes nodes) {
    this.disk = disk;
    this.nodes = nodes;
  }

  void propfind(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<QName> wanted = Wanted.of(request);
    String webroot = request.getContextPath();
    Node self = nodes.node(path, webroot).orElseThrow(() -> SabreError.notFound(path.name()));
    try (Multistatus answer = Multistatus.begin(response)) {
      answer.add(self, wanted);
      if (children(request)) {
        for (Path child : disk.children(disk.of(path))) {
          Optional<Node> node = nodes.node(path.child(child.getFileName().toString()), webroot);
          if (node.isPresent()) {
            answer.add(node.get(), wanted);
          }
        }
      }
    }
  }

  /**
   * Whether the children are wanted, too: unless the depth is 0; infinity is taken for 1
   * (sabre-io/dav, {@code CorePlugin::httpPropFind}).
   */
  static boolean children(HttpServletRequest request) {
    return !"0".equals(request.getHeader("Depth"));
  }
}
